#: flags -W ignore
# The module array: items, slices, conversions, errors.
from array import array
import array as A
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
print(A.typecodes, A.ArrayType is array)
for c in A.typecodes:
    a=array(c,'abc' if c in 'uw' else [1,2,3]); print(c,a.itemsize,a,len(a),a.tobytes(),a[1],a[::-1],list(a))
for f in [lambda:array(),lambda:array('x'),lambda:array(5),lambda:array('ii'),lambda:array('i',5),lambda:array('i','a'),lambda:array('i',b'\1\0\0\0'),lambda:array('i',b'123'),lambda:array('b',[128]),lambda:array('B',[-1]),lambda:array('B',[256]),lambda:array('h',[40000]),lambda:array('H',[70000]),lambda:array('i',[2**31]),lambda:array('I',[2**32]),lambda:array('I',[-1]),lambda:array('l',[2**63]),lambda:array('L',[-1]),lambda:array('q',[2**63]),lambda:array('Q',[2**64]),lambda:array('Q',[-1]),lambda:array('f',['a']),lambda:array('i',[1.5]),lambda:array('i',['a']),lambda:array('u',[1]),lambda:array('u','a'),lambda:array('i',array('d',[1.0])),lambda:array('d',array('i',[1])),lambda:array('i',[1],x=1),lambda:array('i',[1],2),lambda:array(typecode='i'),lambda:array('d',[1,2.5,float('inf'),float('nan')]),lambda:array('f',[1.1]),lambda:array('w','aé€😀'),lambda:array('w',[1]),lambda:array('w',['ab']),lambda:array('b',iter([1,2])),lambda:array('i',range(3)),lambda:array('i',(1,2)),lambda:array('B',bytearray(b'ab')),lambda: array('i',array('w','a')), lambda:array('i', 'w')]: t(f)
a=array('i',[1,2,3,4,5])
for f in [lambda:a[5],lambda:a[-6],lambda:a['a'],lambda:a[1:3],lambda:a[::2],lambda:a+a,lambda:a+[1],lambda:a+array('d'),lambda:a*2,lambda:2*a,lambda:a*'a',lambda:a*-1,lambda:3 in a,lambda:'a' in a,lambda:a.count(3),lambda:a.index(3),lambda:a.index(9),lambda:a.index(1,1),lambda:a.index(5,-1),lambda:a.pop(10),lambda:array('i').pop(),lambda:a.remove(99),lambda:a.append('a'),lambda:a.append(),lambda:a.extend([6,'a']),lambda:a,lambda:a.extend(5),lambda:a.extend(array('d',[1])),lambda:a.fromlist(5),lambda:a.fromlist([7,'x']),lambda:a,lambda:a.frombytes(b'abc'),lambda:a.frombytes('a'),lambda:a.fromunicode('a'),lambda:a.tounicode(),lambda:a==array('i',[1]),lambda:a==array('d',[1,2,3,4,5,6]),lambda:a<array('i',[9]),lambda:a==[1],lambda:a<[1],lambda:hash(a),lambda:a.insert(0,99),lambda:a,lambda:a.reverse(),lambda:a,lambda:a.byteswap(),lambda:a,lambda:a.byteswap(),lambda:a.tolist(),lambda:a.typecode,lambda:a.itemsize,lambda:a.buffer_info()[1],lambda:a.clear(),lambda:a,lambda:repr(array('w')),lambda:repr(array('b')),lambda:array[int],lambda:a.__reduce_ex__(3),lambda:a.__reduce_ex__(2),lambda:array('d',[1.5]).__reduce_ex__(3),lambda:a.__copy__() is a,lambda:bytes(array('h',[1,2])),lambda:memoryview(array('h',[1,2])).format,lambda:memoryview(array('h',[1,2])).tolist(), lambda:iter(array('i',[1])).__next__(),lambda:iter(array('i')),lambda:len(array('i')), lambda:setattr(a,'foo',1),lambda:array('i').__sizeof__()]: 
    import re
    t(lambda:re.sub('0x[0-9a-f]+','0x',str(f())))
a=array('i',range(10))
def setsl():
    a[2:4]=array('i',[100,101,102]); print(a); a[::2]=array('i',[0]*6); print(a); del a[1:3]; print(a); del a[::2]; print(a); del a[0]; print(a)
setsl()
def bad(s):
    try: exec(s,globals()); print(a)
    except BaseException as e: print(type(e).__name__, e)
for s in ["a[0]='x'","a[0]=2**40","a[99]=1","a[0:1]=[1]","a[0:1]=array('d')","a['q']=1","a[::2]=array('i',[1])","del a[99]","a+=[1]","a+=array('d')","a+=array('i',[7])","a*=2","a*=0","a*='x'"]: bad(s)
m=memoryview(a)
bad("a.append(1)"); m.release(); bad("a.append(1)")
import io
f=io.BytesIO(); array('i',[1,2]).tofile(f); print(f.getvalue()); f.seek(0); b=array('i'); b.fromfile(f,2); print(b)
try: b.fromfile(f,1)
except EOFError as e: print('EOF',e)
import copy,pickle
print(copy.copy(b),copy.deepcopy(b))
for p in range(2,5): print(pickle.loads(pickle.dumps(b,p))==b) if 0 else None
class S(array):
    def __init__(self,*a): self.x=1
s=S('i',[1]); print(s,s.x,s[0:1],type(s[0:1]),s+s)

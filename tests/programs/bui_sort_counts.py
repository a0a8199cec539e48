# The number of comparisons that sorting makes
import random
class C:
    n=0
    def __init__(s,v): s.v=v
    def __lt__(a,b): C.n+=1; return a.v<b.v
for size in (2,3,4,5,8,10,16,20,31,32,33,50,63,64,65,100,130,200,500,1000):
    r=[]
    for kind in range(6):
        random.seed(size*10+kind)
        xs=list(range(size))
        if kind==0: random.shuffle(xs)
        if kind==1: xs.reverse()
        if kind==2: pass
        if kind==3:
            for _ in range(3):
                i,j=random.randrange(size),random.randrange(size); xs[i],xs[j]=xs[j],xs[i]
        if kind==4: xs=[random.randrange(4) for _ in xs]
        if kind==5: xs = xs[::2]+xs[1::2][::-1]
        C.n=0; sorted(map(C,xs)); r.append(C.n)
    print(size,r)

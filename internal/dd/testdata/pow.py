import random,struct,sys
random.seed(5)
def rf(lo,hi): return random.uniform(lo,hi)
for i in range(3000):
    k=i%6
    if k==0: x=rf(0,10);y=rf(-20,20)
    elif k==1: x=rf(0.9,1.1);y=rf(-1000,1000)
    elif k==2: x=2**rf(-300,300);y=rf(-3,3)
    elif k==3: x=float(random.randint(1,50));y=float(random.randint(-30,30))
    elif k==4: x=rf(0,1e6);y=0.5*random.randint(-9,9)
    else: x=rf(0,1);y=rf(0,900)
    try: r=x**y
    except OverflowError: r=float('inf')
    print(x.hex(),y.hex(),r.hex())

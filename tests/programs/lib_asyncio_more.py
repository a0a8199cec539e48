import asyncio, subprocess, sys
async def w(n): await asyncio.sleep(0.01*n); return n
async def main():
    print(await asyncio.gather(w(1),w(2),w(3)))
    q=asyncio.Queue()
    async def prod():
        for i in range(3): await q.put(i)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(prod()); t=tg.create_task(q.get())
    print(t.result(), q.qsize())
    try: await asyncio.wait_for(asyncio.sleep(5),0.01)
    except TimeoutError as e: print('timeout',repr(e))
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(5)
    except TimeoutError as e: print('timeout2',repr(e))
    p=await asyncio.create_subprocess_exec('cat',stdin=subprocess.PIPE,stdout=subprocess.PIPE)
    print(await p.communicate(b'data'),p.returncode)
    p=await asyncio.create_subprocess_shell('exit 3'); print(await p.wait())
    async def h(r,wr): wr.write((await r.readline()).upper()); await wr.drain(); wr.close()
    s=await asyncio.start_server(h,'127.0.0.1',0)
    r,wr=await asyncio.open_connection(*s.sockets[0].getsockname())
    wr.write(b'hello\n'); print(await r.read()); wr.close(); await wr.wait_closed(); s.close(); await s.wait_closed()
    print(await asyncio.to_thread(sum,[1,2,3]))
    loop=asyncio.get_running_loop(); print(await loop.run_in_executor(None,len,'abc'))
    e=asyncio.Event(); loop.call_later(0.01,e.set); await e.wait()
    lock=asyncio.Lock()
    async with lock: print(lock.locked())
    t=asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled')
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(5)); tg.create_task(boom())
    except* ValueError as eg: print(eg.exceptions)
async def boom(): raise ValueError('boom')
asyncio.run(main())

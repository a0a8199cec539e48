# A loop with more variables than an ordinary activation of machine code has words for, and a loop in it with few.
def f(n):
    v0 = 0; v1 = 1; v2 = 2; v3 = 3; v4 = 4; v5 = 5; v6 = 6; v7 = 7; v8 = 8; v9 = 9
    v10 = 10; v11 = 11; v12 = 12; v13 = 13; v14 = 14; v15 = 15; v16 = 16; v17 = 17; v18 = 18; v19 = 19
    v20 = 20; v21 = 21; v22 = 22; v23 = 23; v24 = 24; v25 = 25; v26 = 26; v27 = 27; v28 = 28; v29 = 29
    v30 = 30; v31 = 31; v32 = 32; v33 = 33; v34 = 34; v35 = 35; v36 = 36; v37 = 37; v38 = 38; v39 = 39
    v40 = 40; v41 = 41; v42 = 42; v43 = 43; v44 = 44; v45 = 45; v46 = 46; v47 = 47; v48 = 48; v49 = 49
    v50 = 50; v51 = 51; v52 = 52; v53 = 53; v54 = 54; v55 = 55; v56 = 56; v57 = 57; v58 = 58; v59 = 59
    v60 = 60; v61 = 61; v62 = 62; v63 = 63; v64 = 64; v65 = 65; v66 = 66; v67 = 67; v68 = 68; v69 = 69
    v70 = 70; v71 = 71; v72 = 72; v73 = 73; v74 = 74; v75 = 75; v76 = 76; v77 = 77; v78 = 78; v79 = 79
    v80 = 80; v81 = 81; v82 = 82; v83 = 83; v84 = 84; v85 = 85; v86 = 86; v87 = 87; v88 = 88; v89 = 89
    t = 0
    for i in range(n):
        t = t * 3 + v0 & 0xFFFF; t = t * 3 + v1 & 0xFFFF; t = t * 3 + v2 & 0xFFFF; t = t * 3 + v3 & 0xFFFF; t = t * 3 + v4 & 0xFFFF; t = t * 3 + v5 & 0xFFFF; t = t * 3 + v6 & 0xFFFF; t = t * 3 + v7 & 0xFFFF; t = t * 3 + v8 & 0xFFFF; t = t * 3 + v9 & 0xFFFF
        t = t * 3 + v10 & 0xFFFF; t = t * 3 + v11 & 0xFFFF; t = t * 3 + v12 & 0xFFFF; t = t * 3 + v13 & 0xFFFF; t = t * 3 + v14 & 0xFFFF; t = t * 3 + v15 & 0xFFFF; t = t * 3 + v16 & 0xFFFF; t = t * 3 + v17 & 0xFFFF; t = t * 3 + v18 & 0xFFFF; t = t * 3 + v19 & 0xFFFF
        t = t * 3 + v20 & 0xFFFF; t = t * 3 + v21 & 0xFFFF; t = t * 3 + v22 & 0xFFFF; t = t * 3 + v23 & 0xFFFF; t = t * 3 + v24 & 0xFFFF; t = t * 3 + v25 & 0xFFFF; t = t * 3 + v26 & 0xFFFF; t = t * 3 + v27 & 0xFFFF; t = t * 3 + v28 & 0xFFFF; t = t * 3 + v29 & 0xFFFF
        t = t * 3 + v30 & 0xFFFF; t = t * 3 + v31 & 0xFFFF; t = t * 3 + v32 & 0xFFFF; t = t * 3 + v33 & 0xFFFF; t = t * 3 + v34 & 0xFFFF; t = t * 3 + v35 & 0xFFFF; t = t * 3 + v36 & 0xFFFF; t = t * 3 + v37 & 0xFFFF; t = t * 3 + v38 & 0xFFFF; t = t * 3 + v39 & 0xFFFF
        t = t * 3 + v40 & 0xFFFF; t = t * 3 + v41 & 0xFFFF; t = t * 3 + v42 & 0xFFFF; t = t * 3 + v43 & 0xFFFF; t = t * 3 + v44 & 0xFFFF; t = t * 3 + v45 & 0xFFFF; t = t * 3 + v46 & 0xFFFF; t = t * 3 + v47 & 0xFFFF; t = t * 3 + v48 & 0xFFFF; t = t * 3 + v49 & 0xFFFF
        t = t * 3 + v50 & 0xFFFF; t = t * 3 + v51 & 0xFFFF; t = t * 3 + v52 & 0xFFFF; t = t * 3 + v53 & 0xFFFF; t = t * 3 + v54 & 0xFFFF; t = t * 3 + v55 & 0xFFFF; t = t * 3 + v56 & 0xFFFF; t = t * 3 + v57 & 0xFFFF; t = t * 3 + v58 & 0xFFFF; t = t * 3 + v59 & 0xFFFF
        t = t * 3 + v60 & 0xFFFF; t = t * 3 + v61 & 0xFFFF; t = t * 3 + v62 & 0xFFFF; t = t * 3 + v63 & 0xFFFF; t = t * 3 + v64 & 0xFFFF; t = t * 3 + v65 & 0xFFFF; t = t * 3 + v66 & 0xFFFF; t = t * 3 + v67 & 0xFFFF; t = t * 3 + v68 & 0xFFFF; t = t * 3 + v69 & 0xFFFF
        t = t * 3 + v70 & 0xFFFF; t = t * 3 + v71 & 0xFFFF; t = t * 3 + v72 & 0xFFFF; t = t * 3 + v73 & 0xFFFF; t = t * 3 + v74 & 0xFFFF; t = t * 3 + v75 & 0xFFFF; t = t * 3 + v76 & 0xFFFF; t = t * 3 + v77 & 0xFFFF; t = t * 3 + v78 & 0xFFFF; t = t * 3 + v79 & 0xFFFF
        t = t * 3 + v80 & 0xFFFF; t = t * 3 + v81 & 0xFFFF; t = t * 3 + v82 & 0xFFFF; t = t * 3 + v83 & 0xFFFF; t = t * 3 + v84 & 0xFFFF; t = t * 3 + v85 & 0xFFFF; t = t * 3 + v86 & 0xFFFF; t = t * 3 + v87 & 0xFFFF; t = t * 3 + v88 & 0xFFFF; t = t * 3 + v89 & 0xFFFF
        k = 0
        while k < 40 + i % 3:
            k += 1
            if k % 8 == i % 8:
                v0 += k
        v0 = 0; v1 = 1; v2 = 2; v3 = 3; v4 = 4; v5 = 5; v6 = 6; v7 = 7; v8 = 8; v9 = 9
        v10 = 10; v11 = 11; v12 = 12; v13 = 13; v14 = 14; v15 = 15; v16 = 16; v17 = 17; v18 = 18; v19 = 19
        v20 = 20; v21 = 21; v22 = 22; v23 = 23; v24 = 24; v25 = 25; v26 = 26; v27 = 27; v28 = 28; v29 = 29
        v30 = 30; v31 = 31; v32 = 32; v33 = 33; v34 = 34; v35 = 35; v36 = 36; v37 = 37; v38 = 38; v39 = 39
        v40 = 40; v41 = 41; v42 = 42; v43 = 43; v44 = 44; v45 = 45; v46 = 46; v47 = 47; v48 = 48; v49 = 49
        v50 = 50; v51 = 51; v52 = 52; v53 = 53; v54 = 54; v55 = 55; v56 = 56; v57 = 57; v58 = 58; v59 = 59
        v60 = 60; v61 = 61; v62 = 62; v63 = 63; v64 = 64; v65 = 65; v66 = 66; v67 = 67; v68 = 68; v69 = 69
        v70 = 70; v71 = 71; v72 = 72; v73 = 73; v74 = 74; v75 = 75; v76 = 76; v77 = 77; v78 = 78; v79 = 79
        v80 = 80; v81 = 81; v82 = 82; v83 = 83; v84 = 84; v85 = 85; v86 = 86; v87 = 87; v88 = 88; v89 = 89
        t += len(str(i))
    return t, v0 * 1 ^ v1 * 2 ^ v2 * 3 ^ v3 * 4 ^ v4 * 5 ^ v5 * 6 ^ v6 * 7 ^ v7 * 8 ^ v8 * 9 ^ v9 * 10 ^ v10 * 11 ^ v11 * 12 ^ v12 * 13 ^ v13 * 14 ^ v14 * 15 ^ v15 * 16 ^ v16 * 17 ^ v17 * 18 ^ v18 * 19 ^ v19 * 20 ^ v20 * 21 ^ v21 * 22 ^ v22 * 23 ^ v23 * 24 ^ v24 * 25 ^ v25 * 26 ^ v26 * 27 ^ v27 * 28 ^ v28 * 29 ^ v29 * 30 ^ v30 * 31 ^ v31 * 32 ^ v32 * 33 ^ v33 * 34 ^ v34 * 35 ^ v35 * 36 ^ v36 * 37 ^ v37 * 38 ^ v38 * 39 ^ v39 * 40 ^ v40 * 41 ^ v41 * 42 ^ v42 * 43 ^ v43 * 44 ^ v44 * 45 ^ v45 * 46 ^ v46 * 47 ^ v47 * 48 ^ v48 * 49 ^ v49 * 50 ^ v50 * 51 ^ v51 * 52 ^ v52 * 53 ^ v53 * 54 ^ v54 * 55 ^ v55 * 56 ^ v56 * 57 ^ v57 * 58 ^ v58 * 59 ^ v59 * 60 ^ v60 * 61 ^ v61 * 62 ^ v62 * 63 ^ v63 * 64 ^ v64 * 65 ^ v65 * 66 ^ v66 * 67 ^ v67 * 68 ^ v68 * 69 ^ v69 * 70 ^ v70 * 71 ^ v71 * 72 ^ v72 * 73 ^ v73 * 74 ^ v74 * 75 ^ v75 * 76 ^ v76 * 77 ^ v77 * 78 ^ v78 * 79 ^ v79 * 80 ^ v80 * 81 ^ v81 * 82 ^ v82 * 83 ^ v83 * 84 ^ v84 * 85 ^ v85 * 86 ^ v86 * 87 ^ v87 * 88 ^ v88 * 89 ^ v89 * 90


for size in (3, 30, 3000):
    print(f(size))

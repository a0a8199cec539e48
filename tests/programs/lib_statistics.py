# statistics: means, medians, variance, quantiles, correlation, errors
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import statistics as s
from fractions import Fraction as F
d = [2.5, 3.25, 5.5, 11.25, 11.75]; e = [1, 2, 2, 3, 4, 4, 4, 10]
print(s.mean(d), s.mean(e), s.mean([F(1, 2), F(1, 3)]), s.fmean(e), s.fmean([3, 4], [1, 3]), s.geometric_mean([54, 24, 36]), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], weights=[5, 30]))
print(s.median(e), s.median(d), s.median_low(e), s.median_high(e), round(s.median_grouped(e), 6), s.mode(e), s.mode("aabbb"), s.multimode("aabbc"), s.multimode([]))
print(s.variance(e), s.pvariance(e), round(s.stdev(e), 12), round(s.pstdev(d), 12), s.variance([F(1, 2), F(3, 4)]), s.pvariance(e, 4), s.quantiles(e), s.quantiles(d, n=10), s.quantiles(e, n=4, method="inclusive"))
print(round(s.correlation([1, 2, 3, 4], [2, 4, 5, 9]), 12), s.covariance([1, 2, 3], [4, 5, 9]), s.linear_regression([1, 2, 3], [2, 4, 6.5]), s.linear_regression([1, 2, 3], [2, 4, 6], proportional=True))
n = s.NormalDist(10, 2); print(n, n.mean, n.variance, round(n.pdf(10), 10), round(n.cdf(12), 10), round(n.inv_cdf(0.9), 8), n + 5, n * 2, n + n, n == s.NormalDist(10, 2), round(n.overlap(s.NormalDist(12, 2)), 8), n.zscore(14), [round(q, 6) for q in n.quantiles(4)], s.NormalDist.from_samples(d).mean)
for f in (lambda: s.mean([]), lambda: s.median([]), lambda: s.mode([]), lambda: s.variance([1]), lambda: s.stdev([]), lambda: s.geometric_mean([]), lambda: s.geometric_mean([0, 1]), lambda: s.harmonic_mean([-1]), lambda: s.quantiles([1], n=0), lambda: s.quantiles([1]), lambda: s.mean(["a"]), lambda: s.fmean([]), lambda: s.correlation([1], [1]), lambda: s.correlation([1, 1], [2, 3]), lambda: s.NormalDist(0, -1), lambda: s.NormalDist(0, 0).pdf(1), lambda: s.harmonic_mean([]), lambda: s.quantiles(e, method="x")): attempt(f)

# unittest: cases, fixtures, skips, subtests, expected failures, mock-free suites, text output to stdout.
import unittest, sys, io, re
log = []
class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): log.append("setUpClass")
    @classmethod
    def tearDownClass(cls): log.append("tearDownClass")
    def setUp(self): log.append("setUp"); self.addCleanup(log.append, "cleanup")
    def tearDown(self): log.append("tearDown")
    def test_ok(self):
        self.assertEqual(1, 1); self.assertTrue(1); self.assertIn(1, [1]); self.assertIsNone(None); self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertRaises(ValueError, int, "x"); self.assertCountEqual([1, 2], [2, 1]); self.assertRegex("abc", "b"); self.assertIsInstance(1, int); self.assertGreater(2, 1); self.assertDictEqual({1: 2}, {1: 2})
        with self.assertRaises(KeyError) as cm: {}["q"]
        self.assertEqual(cm.exception.args, ("q",))
        with self.assertRaisesRegex(ValueError, "invalid literal"): int("x")
        with self.assertWarns(DeprecationWarning):
            import warnings; warnings.warn("old", DeprecationWarning)
    def test_fail(self): self.assertEqual([1, 2, 3], [1, 5, 3], "the message")
    def test_fail_str(self): self.assertEqual("line one\nline two\n", "line one\nline 2\n")
    def test_fail_dict(self): self.assertEqual({"a": 1}, {"a": 2, "b": 3})
    def test_error(self): {}["missing"]
    @unittest.skip("reason")
    def test_skip(self): self.fail()
    @unittest.skipIf(True, "cond")
    def test_skipif(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.assertTrue(False)
    @unittest.expectedFailure
    def test_unexpected(self): pass
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    def test_skip_inside(self): self.skipTest("inside")
    def test_no_raise(self):
        with self.assertRaises(KeyError): pass
class Order(unittest.TestCase):
    def test_b(self): log.append("b")
    def test_a(self): log.append("a")
out = io.StringIO()
suite = unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (T, Order)])
res = unittest.TextTestRunner(stream=out, verbosity=2).run(suite)
text = re.sub(r"in \d+\.\d+s", "in Ns", out.getvalue())
print(text)
print(res.testsRun, len(res.failures), len(res.errors), len(res.skipped), len(res.expectedFailures), len(res.unexpectedSuccesses), res.wasSuccessful())
print(log[:4], log[-3:], log.count("cleanup"))
print(unittest.defaultTestLoader.getTestCaseNames(Order), T("test_ok").id(), T("test_ok"), suite.countTestCases())
class A(unittest.IsolatedAsyncioTestCase if 0 else unittest.TestCase):
    def runTest(self): pass
    longMessage = False
    def test_msg(self): self.assertEqual(1, 2, "only this")
for m in ("runTest", "test_msg"):
    r = unittest.TestResult(); A(m).run(r); print(m, r, [t.splitlines()[-1] for _, t in r.failures])
def check(f, *a):
    t = unittest.TestCase()
    try: getattr(t, f)(*a); print(f, "ok")
    except AssertionError as e: print(f, "->", e)
check("assertTrue", 0); check("assertIs", 1, 2); check("assertIn", 1, []); check("assertLess", 2, 1); check("assertIsNotNone", None); check("assertAlmostEqual", 1, 1.1); check("assertCountEqual", [1, 1], [1]); check("assertSetEqual", {1}, {2}); check("assertTupleEqual", (1,), (2,)); check("assertMultiLineEqual", "a", "b"); check("assertRegex", "a", "b"); check("assertIsInstance", 1, str); check("assertNotIn", 1, [1]); check("assertListEqual", [1], [1, 2]); check("assertSequenceEqual", [1], (2,)); check("assertNotAlmostEqual", 1, 1); check("fail", "x")

# unittest: assertions, skips, sub-tests, fixtures, mocks
def attempt(f):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__ + ":", e)
import unittest, io
from unittest import mock
class T(unittest.TestCase):
    log = []
    @classmethod
    def setUpClass(cls): cls.log.append("class")
    def setUp(self): self.log.append("setup"); self.addCleanup(self.log.append, "cleanup")
    def tearDown(self): self.log.append("down")
    def test_a_equal(self): self.assertEqual([1, 2], [1, 3])
    def test_b_dict(self): self.assertEqual({"a": 1}, {"a": 2}, "my message")
    def test_c_text(self): self.assertEqual("one\ntwo\n", "one\n2\n")
    def test_d_raises(self):
        with self.assertRaises(ValueError) as c: int("x")
        self.assertIn("invalid", str(c.exception))
        with self.assertRaisesRegex(KeyError, "k"): {}["k"]
        with self.assertRaises(ValueError): pass
    def test_e_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    @unittest.skip("not now")
    def test_f_skip(self): pass
    @unittest.expectedFailure
    def test_g_expected(self): self.fail("yes")
    def test_h_error(self): 1 / 0
    def test_i_many(self):
        self.assertTrue(1); self.assertFalse(0); self.assertIs(None, None); self.assertIsNone(None); self.assertIsInstance(1, int); self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertGreater(2, 1); self.assertCountEqual([1, 2], [2, 1]); self.assertRegex("abc", "b"); self.assertLessEqual(1, 1); self.assertSequenceEqual((1,), [1]); self.assertNotIn(1, []); self.assertMultiLineEqual("a", "a"); self.assertSetEqual({1}, {1}); self.assertTupleEqual((1,), (1,))
        with self.assertLogs("x", "INFO") as l: __import__("logging").getLogger("x").warning("hey")
        self.assertEqual(l.output, ["WARNING:x:hey"])
    def test_j_msgs(self):
        for f, a in ((self.assertTrue, (0,)), (self.assertIn, (1, [2])), (self.assertIs, (1, 2)), (self.assertIsNone, (5,)), (self.assertIsInstance, ("a", int)), (self.assertAlmostEqual, (1, 1.1)), (self.assertGreater, (1, 2)), (self.assertCountEqual, ([1], [2, 2])), (self.assertRegex, ("a", "b")), (self.assertSetEqual, ({1}, {2})), (self.assertTupleEqual, ((1, 2), (1, 3))), (self.assertRaises, (ValueError, int, "5")), (self.assertNotEqual, (1, 1)), (self.fail, ("boom",)), (self.assertDictEqual, ({"x": 1}, {"y": 1})), (self.assertListEqual, ([1], [1, 2]))):
            try: f(*a)
            except AssertionError as e: print(f.__name__, "|", str(e).replace("\n", "/"))
s = io.StringIO(); r = unittest.TextTestRunner(s, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(T)); print(r, len(r.failures), len(r.errors), len(r.skipped), r.testsRun, r.wasSuccessful(), T.log.count("setup"), T.log.count("cleanup")); print([l for l in s.getvalue().splitlines() if l.startswith(("test_", "FAIL", "ERROR"))][:14])
m = mock.Mock(return_value=3, name="m"); print(m(1, a=2), m.called, m.call_args, m.call_count, m.mock_calls, m.x.y is m.x.y); m.side_effect = [1, ValueError("se")]; print(m()); attempt(m); m.assert_called(); attempt(lambda: m.assert_called_once()); attempt(lambda: m.assert_called_with(9)); mm = mock.MagicMock(); mm.__len__.return_value = 4; print(len(mm), mm[1] is mm[1], mock.ANY == 5, mock.call(1, b=2))
with mock.patch("os.getcwd", return_value="/fake"): import os; print(os.getcwd())
with mock.patch.dict("os.environ", {"ZZ": "1"}): print(os.environ["ZZ"])
attempt(lambda: mock.Mock(spec=["a"]).b); attempt(lambda: mock.create_autospec(lambda x: 0)())

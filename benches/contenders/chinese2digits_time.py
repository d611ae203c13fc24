"""Milliseconds that chinese2digits takes for the text of a file."""
import sys
import time

import chinese2digits

text = open(sys.argv[1], encoding="utf-8").read()
chinese2digits.takeNumberFromString("先读三百五十个")
start = time.perf_counter()
chinese2digits.takeNumberFromString(text)
print((time.perf_counter() - start) * 1000)

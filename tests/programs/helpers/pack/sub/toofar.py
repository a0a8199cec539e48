from .. import one
from ... import nothing

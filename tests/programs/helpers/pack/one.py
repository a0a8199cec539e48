thing = "thing of one"
from . import two

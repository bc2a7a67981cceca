"""Makes the generated cases the same in every run, on machines of any speed.

Other ones, as a search for what nobody thought of: `pytest --hypothesis-profile=default tests/body`.
"""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

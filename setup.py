"""Map `resources/` into the installed package, which `pyproject.toml` alone cannot say.

In the tree it stands at the top; installed it is `crm_desktop/resources`.
"""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["crm_desktop", "crm_desktop.*"]), "crm_desktop.resources"],
    package_dir={"crm_desktop.resources": "resources"},
)

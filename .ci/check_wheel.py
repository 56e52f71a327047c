"""Fail unless the wheel given as argument holds what a user needs beside the code."""

import sys
import zipfile

NEEDED = ("summarizer/py.typed", "summarizer/ontologies/plover.toml", "summarizer/prompts_data/extract_events.toml",
          "summarizer/prompts_data/write_brief.toml", "summarizer/normalising/data/countries.txt")  # fmt: skip

names = set(zipfile.ZipFile(sys.argv[1]).namelist())
missing = [name for name in NEEDED if name not in names]
sys.stdout.write(
    f"{sys.argv[1]}: {len(names)} files" + (f", missing {', '.join(missing)}" if missing else ", all there") + "\n"
)
sys.exit(bool(missing))

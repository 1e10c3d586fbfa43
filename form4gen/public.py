"""The public names of form4gen: this is the only list of them.

Each line is an import, so that type checkers see the names and their types; ``form4gen/__init__.py`` takes the names
from here when the first of them is used. A name imported without ``as`` would not be public to mypy.
"""

from form4gen.api.check import Edgar as Edgar
from form4gen.api.check import Finding as Finding
from form4gen.api.check import Outcome as Outcome
from form4gen.api.check import Severity as Severity
from form4gen.api.check import validate as validate
from form4gen.api.closing import render_closing as render_closing
from form4gen.api.drawing import exhibit_texts as exhibit_texts
from form4gen.api.drawing import render_html as render_html
from form4gen.api.drawing import render_pdf as render_pdf
from form4gen.api.filing_time import FilingTime as FilingTime
from form4gen.api.filing_time import TimeBasis as TimeBasis
from form4gen.api.filing_time import filing_time_of as filing_time_of
from form4gen.api.filings import Ccc as Ccc
from form4gen.api.filings import edgar_submission as edgar_submission
from form4gen.api.filings import export_filing as export_filing
from form4gen.api.filings import import_filing as import_filing
from form4gen.api.filings import split_filing as split_filing
from form4gen.api.load import Filing as Filing
from form4gen.api.load import Loaded as Loaded
from form4gen.api.load import load as load
from form4gen.api.load import schema as schema
from form4gen.api.reports import Report as Report
from form4gen.api.reports import report_github as report_github
from form4gen.api.reports import report_html as report_html
from form4gen.api.reports import report_json as report_json
from form4gen.api.reports import report_of as report_of
from form4gen.api.reports import report_sarif as report_sarif
from form4gen.api.reports import report_schema as report_schema
from form4gen.api.reports import report_text as report_text
from form4gen.errors import BrokenRuleError as BrokenRuleError
from form4gen.errors import Form4genError as Form4genError
from form4gen.errors import MissingLibraryError as MissingLibraryError
from form4gen.errors import RefusedFilingError as RefusedFilingError
from form4gen.errors import UnusableInputError as UnusableInputError

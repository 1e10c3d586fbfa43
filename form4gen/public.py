"""The public names of form4gen: this is the only list of them.

Each line is an import, so that type checkers see the names and their types; ``form4gen/__init__.py`` takes the names
from here when the first of them is used. A name imported without ``as`` would not be public to mypy. The aliases at the
end have longer names here than in their module.
"""

from form4gen.api import fills as _fills
from form4gen.api.check import Edgar as Edgar
from form4gen.api.check import Finding as Finding
from form4gen.api.check import Outcome as Outcome
from form4gen.api.check import Severity as Severity
from form4gen.api.check import validate as validate
from form4gen.api.closing import render_closing as render_closing
from form4gen.api.comparison import Comparison as Comparison
from form4gen.api.comparison import Side as Side
from form4gen.api.comparison import compared as compared
from form4gen.api.comparison import comparison_html as comparison_html
from form4gen.api.comparison import comparison_json as comparison_json
from form4gen.api.comparison import comparison_schema as comparison_schema
from form4gen.api.comparison import comparison_text as comparison_text
from form4gen.api.comparison import side as side
from form4gen.api.deadline import DueDate as DueDate
from form4gen.api.deadline import Dues as Dues
from form4gen.api.deadline import deadline_calendar as deadline_calendar
from form4gen.api.deadline import deadline_json as deadline_json
from form4gen.api.deadline import deadline_text as deadline_text
from form4gen.api.deadline import deadlines_calendar as deadlines_calendar
from form4gen.api.deadline import deadlines_json as deadlines_json
from form4gen.api.deadline import deadlines_text as deadlines_text
from form4gen.api.deadline import due_date as due_date
from form4gen.api.deadline import dues_of as dues_of
from form4gen.api.deadline import undated as undated
from form4gen.api.drafting import Amend as Amend
from form4gen.api.drafting import Correction as Correction
from form4gen.api.drafting import Draft as Draft
from form4gen.api.drafting import Drift as Drift
from form4gen.api.drafting import Given as Given
from form4gen.api.drafting import Omitted as Omitted
from form4gen.api.drafting import Request as Request
from form4gen.api.drafting import Split as Split
from form4gen.api.drafting import Trade as Trade
from form4gen.api.drafting import account_lines as account_lines
from form4gen.api.drafting import amended_draft as amended_draft
from form4gen.api.drafting import draft_text as draft_text
from form4gen.api.drafting import next_draft as next_draft
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
from form4gen.api.filings import read_prior as read_prior
from form4gen.api.filings import split_filing as split_filing
from form4gen.api.fills import Filled as Filled
from form4gen.api.fills import column_maps as column_maps
from form4gen.api.fills import fill_draft as fill_draft
from form4gen.api.fills import fills_json as fills_json
from form4gen.api.fills import fills_lines as fills_lines
from form4gen.api.ledger import Histories as Histories
from form4gen.api.ledger import copies_and_others as copies_and_others
from form4gen.api.ledger import histories as histories
from form4gen.api.ledger import ledger_csv as ledger_csv
from form4gen.api.ledger import ledger_html as ledger_html
from form4gen.api.ledger import ledger_json as ledger_json
from form4gen.api.ledger import ledger_text as ledger_text
from form4gen.api.load import Filing as Filing
from form4gen.api.load import Loaded as Loaded
from form4gen.api.load import load as load
from form4gen.api.load import schema as schema
from form4gen.api.persons import Person as Person
from form4gen.api.persons import persons_in as persons_in
from form4gen.api.persons import request_for as request_for
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

FillLine = _fills.Given
FillOptions = _fills.Options

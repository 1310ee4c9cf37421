import type zh from '../zh-CN/company.ts';
import type { Words } from '../words.ts';

const en: Words<typeof zh> = {
  trail: 'Where you are', home: 'Overview', list: 'Projects', all: 'All projects of the firm; filters do not act here', noCode: 'The ledger states no code: put together by name', code: 'Credit code {code}',
  roles: { contractor: 'Contractor', owner_unit: 'Owner', subcontractor: 'Subcontractor', supervisor: 'Supervisor' }, roleOf: '{role} of {n}', role: 'Role',
  marked: '{n} times in arrears (marked from {limit})', listed: 'Blacklisted until {until}', was: 'Was blacklisted ({from} to {until})', monitored: 'Monitored', review: 'Labour review {grade}', liaison: 'Liaison {name}',
  projects: 'Projects', managed: '{n} under oversight', open: 'Open', cases: 'Clues', casesOpen: '{n} not closed', times: 'Times in arrears', unitTimes: 'times', unitProjects: 'projects', unitCases: 'cases', severe: '{severe} severe, {general} general', threshold: 'marked from {limit}', thresholdOff: 'no threshold', asRoles: 'All roles together, each project once', bandNote: 'As contractor, owner, subcontractor or supervisor',
  firm: 'Company', notImported: 'Register of companies not imported', notRegistered: 'The register does not list this firm', yes: 'yes', no: 'no',
  rank: 'Place among contractors', rankOf: '{rank}{tied} of {of}', tied: ' (tied)', rankNone: 'Not a contractor: not ranked', rankUnknown: '—', rankNote: 'The most first; equal ones share a place', rankBy: 'By', rankValue: 'Value', rankPlace: 'Place',
  projectList: 'All projects', caseList: 'Clues', caseNone: 'No clues', paymentList: 'Repayment and plan', paymentNone: 'No payments or instalments', paid: 'Repaid {n} (¥10k)', plan: 'Kept {n}/{d}', project: 'Project',
  missing: { title: 'This snapshot has no firm with the code or name {code}', nearest: 'Similar firms:', list: 'Look in the list of projects' },
};
export default en;

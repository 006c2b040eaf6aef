// Which records of an office the details are photographed of, as people of the office find them.
const first = (list, rule = () => true) => list.find(rule);

export async function recordsOf(office) {
  const list = async (role, path) => (await (await office.as(role)).get(path)).body.items ?? [];
  const waiting = await list('inspector', '/api/triage?state=waiting&limit=100');
  const judged = await list('inspector', '/api/triage?state=judged&limit=100');
  const cases = await list('inspector', '/api/cases?limit=100');
  const takedowns = await list('coordinator', '/api/takedowns?limit=100');
  const records = await list('legal', '/api/violations?limit=100');
  const decisions = await list('legal', '/api/penalties?limit=100');
  const corrections = await list('legal', '/api/corrections?limit=100');
  const claims = await list('chief', '/api/claims?limit=100');
  const reports = await list('operator', '/api/reports?limit=20');
  const confirmed = cases.filter((c) => c.state === 'confirmed');
  const most = [...cases].sort((a, b) => b.posts - a.posts || b.exhibits - a.exhibits)[0];
  const id = (record) => record?.id;
  const reported = first(waiting, (i) => i.reports > 1);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: (await (await office.as('chief')).get('/api/me')).body.timeZone }).format();
  return {
    demo: office.worldPort !== undefined,
    matched: id(first(waiting, (i) => i.topClaim && i.capture?.state === 'sealed')),
    plain: id(first(waiting, (i) => !i.capture)),
    judged: id(first(judged)),
    reported: id(reported),
    report: id(first(reports)),
    days: { from: today, to: today },
    post: first(waiting)?.postId,
    claim: id(first(claims, (c) => c.state === 'approved' && !c.retirement)),
    claimLeaving: id(first(claims, (c) => c.retirement)),
    claimDraft: id(first(claims, (c) => c.state === 'draft')),
    caseFull: id(most),
    caseWithPeople: first(records)?.caseId,
    caseOpen: id(first(cases, (c) => c.state === 'open')),
    caseConfirmed: id(first(confirmed)),
    caseAsked: first(takedowns, (r) => r.state === 'sent')?.caseId,
    takedownDraft: id(first(takedowns, (r) => r.state === 'draft')),
    takedownReady: id(takedowns.findLast((r) => r.state === 'draft')),
    awaited: (await list('coordinator', '/api/takedowns/items?state=awaiting&limit=1')).length > 0,
    takedownSent: id(first(takedowns, (r) => r.state === 'sent')),
    takedownMost: id([...takedowns].sort((a, b) => (b.links ?? 0) - (a.links ?? 0))[0]),
    recordDraft: id(first(records, (r) => r.state === 'draft')),
    recordDrawn: id(first(records, (r) => r.state === 'drawn')),
    decisionDraft: id(first(decisions, (d) => d.state === 'draft' && d.kind === 'decision')),
    annulment: id(first(decisions, (d) => d.kind === 'annulment')),
    decision: id(first(decisions)),
    correctionDraft: id(first(corrections, (c) => c.state === 'draft')),
    spare: office.newcomer ? office.newcomer.email : 'binh@lachan.demo',
    correctionPublished: id(first(corrections, (c) => c.state === 'published')),
  };
}

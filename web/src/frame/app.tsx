import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { onSignal } from '../api/client.js';
import { useMe } from '../api/queries.js';
import { LiveRegion } from '../parts/announce.js';
import { desk, registryDesk } from '../parts/desk.js';
import { Loading } from '../parts/parts.js';
import { PageBoundary } from './page-boundary.js';
import { Rail } from './rail.js';
import { SignIn } from './sign-in.js';
import { Top } from './top.js';

const OwnPassword = desk(() => import('./own-password.js'));
const Triage = lazy(() => import('../rooms/triage/triage.js'));
const Work = desk(() => import('../rooms/work.js'));
const Post = desk(() => import('../rooms/post.js'));
const Cases = desk(() => import('../rooms/cases.js'));
const CaseFile = desk(() => import('../rooms/case-file.js'));
const Claims = desk(() => import('../rooms/claims/claims.js'));
const ClaimImports = registryDesk(() => import('../rooms/claims/claim-imports.js'));
const ImportedClaims = registryDesk(() => import('../rooms/claims/imported-claims.js'));
const ClaimVersions = desk(() => import('../rooms/claims/claim-versions.js'));
const Matching = registryDesk(() => import('../rooms/matching/matching.js'));
const Trial = registryDesk(() => import('../rooms/matching/trial.js'));
const ClaimPage = registryDesk(() => import('../rooms/claims/claim-page.js'));
const Sweeps = registryDesk(() => import('../rooms/claims/sweeps.js'));
const Takedowns = desk(() => import('../rooms/takedowns.js'));
const Takedown = desk(() => import('../rooms/takedown.js'));
const Penalties = desk(() => import('../rooms/penalties.js'));
const Penalty = desk(() => import('../rooms/penalty.js'));
const NewPenalty = desk(() => import('../rooms/penalty-new.js'));
const Violation = desk(() => import('../rooms/violation.js'));
const NewViolation = desk(() => import('../rooms/violation-new.js'));
const Corrections = desk(() => import('../rooms/corrections.js'));
const Correction = desk(() => import('../rooms/correction.js'));
const Intake = desk(() => import('../rooms/intake.js'));
const Overview = desk(() => import('../rooms/overview.js'));
const OverviewReports = desk(() => import('../rooms/overview-reports.js'));
const OverviewPlatforms = desk(() => import('../rooms/overview-platforms.js'));
const OverviewList = desk(() => import('../rooms/overview-list.js'));
const PublicFigures = desk(() => import('../rooms/public-figures.js'));
const Log = registryDesk(() => import('../rooms/log.js'));
const NoPage = desk(() => import('../rooms/no-page.js'));
const Users = registryDesk(() => import('../rooms/users.js'));

/** Signed in, the frame with its rooms; else the door. */
export function App() {
  const me = useMe();
  const queries = useQueryClient();
  const [ended, setEnded] = useState(false);
  useEffect(
    () =>
      onSignal((signal) => {
        if (signal === 'signed-out' && queries.getQueryData(['me'])) {
          setEnded(true);
          queries.clear(); // whoever signs in next may not know of all this
          void queries.invalidateQueries({ queryKey: ['me'] });
        }
      }),
    [queries],
  );
  if (me.isPending) return <Loading />;
  if (!me.data) return <SignIn ended={ended} />;
  if (me.data.passwordGiven)
    return (
      <div className="signin">
        <PageBoundary>
          <Suspense fallback={<Loading />}>
            <OwnPassword first />
          </Suspense>
        </PageBoundary>
      </div>
    );
  return (
    <div className="frame">
      <LiveRegion />
      <Top me={me.data} />
      <Rail me={me.data} />
      <main className="page" tabIndex={0}>
        <PageBoundary>
          <Suspense fallback={<Loading />}>
            <Routes>
              <Route index element={<Navigate to="/work" replace />} />
              <Route path="work" element={<Work />} />
              <Route path="triage/:id?" element={<Triage />} />
              <Route path="posts/:id/*" element={<Post />} />
              <Route path="cases" element={<Cases />} />
              <Route path="cases/:id" element={<CaseFile />} />
              <Route path="claims" element={<Claims />} />
              <Route path="claims/sweeps" element={<Sweeps />} />
              <Route path="claims/:id" element={<ClaimPage />} />
              <Route path="claims/imports" element={<ClaimImports />} />
              <Route path="claims/imports/:id" element={<ImportedClaims />} />
              <Route path="claims/:id/versions" element={<ClaimVersions />} />
              <Route path="matching" element={<Matching />} />
              <Route path="matching/:id" element={<Trial />} />
              <Route path="takedowns" element={<Takedowns />} />
              <Route path="takedowns/:id" element={<Takedown />} />
              <Route path="penalties" element={<Penalties />} />
              <Route path="penalties/new" element={<NewPenalty />} />
              <Route path="penalties/records/new" element={<NewViolation />} />
              <Route path="penalties/records/:id" element={<Violation />} />
              <Route path="penalties/:id" element={<Penalty />} />
              <Route path="corrections" element={<Corrections />} />
              <Route path="corrections/:id" element={<Correction />} />
              <Route path="intake" element={<Intake />} />
              <Route path="overview" element={<Overview />} />
              <Route path="overview/reports" element={<OverviewReports />} />
              <Route path="overview/platforms" element={<OverviewPlatforms />} />
              <Route path="overview/:name" element={<OverviewList />} />
              <Route path="log/figures" element={<PublicFigures />} />
              <Route path="log" element={<Log />} />
              <Route path="users" element={<Users />} />
              <Route path="*" element={<NoPage />} />
            </Routes>
          </Suspense>
        </PageBoundary>
      </main>
    </div>
  );
}

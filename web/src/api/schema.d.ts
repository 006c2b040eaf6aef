// Made by `npm run describe` from docs/openapi.json; not edited by hand.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What the published log is, and how far it goes. */
        AboutPublicLog: {
            /** @enum {string} */
            format: "lachan-public-log/1";
            events: string;
            timeZone: string;
            /** @description the last event that is published, and its head; 0 while there is none */
            sealedTo: number;
            head: string | null;
            signedAt: string | null;
            linesPerFile: number;
            files: number;
            lastFile: string | null;
            key: string | null;
        };
        AcceptComplaintDto: {
            complex?: boolean;
            reason?: string;
            version: number;
        };
        ActDto: {
            types: string[];
            where: string;
            started: string;
            startedReason?: string;
            discovered?: string;
            status?: components["schemas"]["StatusDto"];
            facts: string;
            returnedByPolice?: boolean;
            evasionEnded?: string;
        };
        /** @description One reading of time: the days that count, the rule that makes them count, and what follows. */
        ActReading: {
            /** @enum {string} */
            reading: "ended" | "ongoing";
            reference: components["schemas"]["DaySpan"];
            by: components["schemas"]["Text"];
            candidates: components["schemas"]["Candidate"][];
            lighter: components["schemas"]["Candidate"][];
        };
        ActResult: {
            act: number;
            readings: components["schemas"]["ActReading"][];
            /** @description what stands once every question about the act is answered */
            settled: {
                /** @enum {string} */
                reading: "ended" | "ongoing";
                provision: string;
                amount: number | null;
            } | null;
            asks: components["schemas"]["Ask"][];
            blocks: components["schemas"]["Block"][];
        };
        AddPostDto: {
            version?: number;
            /** Format: uuid */
            postId: string;
        };
        AddUserDto: {
            /** Format: email */
            email: string;
            name: string;
            title?: string;
            password: string;
            roles: string[];
        };
        AddedUser: {
            staffId: string;
            accountId: string;
            roleProposals: string[];
        };
        Alive: {
            /** @enum {boolean} */
            alive: true;
        };
        AmountDto: {
            value: number;
            reason: string;
        };
        AnnulDto: {
            /** @enum {string} */
            ground: "error" | "case-fell" | "complaint";
            reason: string;
            version: number;
        };
        /** @description A decision that takes another one back. */
        Annulment: {
            /** @enum {number} */
            format: 1;
            /** @enum {string} */
            kind: "annulment";
            caseNumber: string;
            annuls: {
                id: string;
                number: string | null;
                signedOn: string;
                sha256: string;
            };
            /** @enum {string} */
            ground: "case-fell" | "complaint" | "error";
            /** @description the complaint that was upheld, and the answer that says so */
            complaint?: {
                id: string;
                receivedOn: string;
                answerSha256: string;
            };
            reason: string;
            printing?: string | null;
        };
        AnswerComplaintDto: {
            /** @enum {string} */
            outcome: "upheld" | "rejected";
            says: string;
            version: number;
        };
        AnswerDto: {
            /** Format: uuid */
            explanationId: string;
            answer: string;
        };
        AnswerOfTimeDto: {
            /** @enum {string} */
            answer: "ended" | "ongoing";
            ended?: string;
        };
        /** @description The newest answer, or why it is not accepted, and who approved that. */
        AnswerShown: {
            number: number;
            sha256: string;
            /** @enum {string} */
            outcome: "not-accepted" | "rejected" | "upheld";
            says: string;
            writtenBy: string;
            /** Format: date-time */
            writtenAt: string;
            returnedBy: string | null;
            /** Format: date-time */
            returnedAt: string | null;
            returnReason: string | null;
            approved: {
                by: string;
                title: string;
                /** Format: date */
                on: string;
                annulmentId: string | null;
            } | null;
        };
        /** @description OpenAPI 3.1 */
        ApiDescription: {
            openapi: string;
            info: {
                [key: string]: unknown;
            };
            servers: {
                [key: string]: unknown;
            }[];
            tags: {
                name: string;
            }[];
            paths: {
                [key: string]: unknown;
            };
            components: {
                [key: string]: unknown;
            };
        };
        ApprovalDto: {
            /** @enum {string} */
            kind: "withdrawal" | "annulment" | "correction";
            /** Format: uuid */
            id: string;
            contentHash: string;
        };
        /** @description What became of one line; the others went their own way. */
        ApprovalResult: {
            /** @enum {string} */
            kind: "annulment" | "correction" | "withdrawal";
            id: string;
            contentHash: string;
            /** @enum {string} */
            result: "already" | "approved" | "refused";
            /** @description why it was refused */
            code: string | null;
            lacks: string[];
        };
        ApprovalResults: {
            results: components["schemas"]["ApprovalResult"][];
        };
        ApprovalsDto: {
            approvals: components["schemas"]["ApprovalDto"][];
        };
        ApproveDto: {
            contentHash: string;
            version?: number;
        };
        ApproveVersionsDto: {
            versionIds: string[];
        };
        /** @description What became of each version that was to be put in force: nothing wrong, or the code of a problem. */
        ApprovedVersion: {
            versionId: string;
            problem: string | null;
        };
        ApprovedVersions: {
            versions: components["schemas"]["ApprovedVersion"][];
        };
        Area: {
            x: number;
            y: number;
            width: number;
            height: number;
        };
        /** @description Until when something that is published was counted. */
        AsOf: {
            /** @description the last event of the log that is counted */
            seq: number;
            head: string | null;
            signedAt: string | null;
            /**
             * Format: date-time
             * @description the time of that event by the office clock
             */
            officeAt: string | null;
        };
        /** @description A question that a person must answer before there can be a decision. */
        Ask: {
            /** @enum {string} */
            ask: "ended-or-ongoing" | "lighter-text" | "refer-to-police" | "remedy-alone" | "which-amount" | "which-day" | "which-provision";
            /** @enum {string} */
            of: "inspector" | "legal";
            /** @description the act, counted from 1; null for the whole case */
            act: number | null;
        };
        /** @description A request that waits for its answer. */
        AskedIdentity: {
            id: string;
            /** @enum {string} */
            state: "asked";
        };
        AssignmentDto: {
            /** Format: uuid */
            staffId: string | null;
            version: number;
        };
        /** @description What a request rests on. */
        Basis: {
            citation: components["schemas"]["Label"];
            key: string;
            label: components["schemas"]["Label"];
            hours: number;
            /** @description by the office's lawyer */
            toBeConfirmed: boolean;
            note: components["schemas"]["Label"] | null;
        };
        BasisChoice: {
            key: string;
            label: components["schemas"]["Label"];
            hours: number;
            /** @description by the office's lawyer */
            toBeConfirmed: boolean;
            note: components["schemas"]["Label"] | null;
        };
        BatchDecisionDto: {
            version: number;
            /** @enum {string} */
            decision: "approved" | "declined";
            reason?: string;
        };
        /** @description A blank of the text that a person fills. */
        Blank: {
            name: string;
            label: components["schemas"]["Label"];
            long: boolean;
            /** @description how much a person may write into it */
            longest: number;
            value: string;
            open: boolean;
        };
        /** @description A reason why it cannot be signed as it stands. */
        Block: {
            /** @enum {string} */
            block: "amount-outside" | "limitation-expired" | "limitation-unsure" | "no-provision" | "not-competent" | "not-liable" | "provision-not-offered" | "to-be-confirmed" | "unknown-title";
            act: number | null;
            about?: string;
        };
        BoardItem: {
            id: string;
            takedownId: string;
            addressId: string;
            postId: string;
            url: string;
            /** @enum {string} */
            state: "asked-back" | "awaiting" | "reappeared" | "refused" | "removed-claimed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored" | "restricted" | "verified-removed" | "withdrawn";
            version: number;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            /** Format: date-time */
            claimedAt: string | null;
            /** Format: date-time */
            verifiedAt: string | null;
            lastSeen: components["schemas"]["LastSeen"] | null;
            seenSignedIn: components["schemas"]["SeenSignedIn"] | null;
            /** Format: date-time */
            nextLook: string | null;
            reference: string;
            platform: string;
            caseId: string;
            /** @enum {string} */
            kind: "removal" | "withdrawal";
            next: components["schemas"]["NextAct"][];
        };
        BounceDto: {
            says: string;
            version: number;
        };
        BreakdownLine: {
            breakdown: string;
            month: string;
            by: {
                [key: string]: string;
            };
            /** @description null: hidden, since it or another of its row counts too few */
            count: number | null;
        };
        BroughtFile: {
            kind: string;
            /** @description null: it was purged, and its origin and claims with it */
            name: string | null;
            /** @description null: for those who may read names */
            origin: string | null;
            /** @description what the file says of itself, which nobody vouches for */
            claims: components["schemas"]["FileClaims"];
            /** @description its name but for the ending, its origin and what it claims of people and places only those see who may read names */
            hidden: boolean;
            /** @description there is a small picture of it */
            hasStill: boolean;
        };
        /** @description A list that the office itself offers. */
        BuiltInList: {
            /** @enum {string} */
            list: "cases" | "claims" | "corrections" | "links" | "penalties" | "reports" | "takedowns" | "triage" | "violations";
            /** @description the query string of the list */
            filter: {
                [key: string]: string;
            };
            /** @description how many rows it has now, counted up to one more than `countedTo`; null when that is not known */
            count: number | null;
            id: string;
            label: components["schemas"]["Label"];
        };
        /** @description What one provision would mean for one act. */
        Candidate: {
            provision: string;
            citation: components["schemas"]["Text"];
            act: components["schemas"]["Text"];
            /** @enum {string} */
            offered: "beside" | "lighter" | "named";
            stretched: boolean;
            /** @description in force on every day on which the act may have happened */
            certain: boolean;
            inForce: {
                from: string;
                to: string | null;
            };
            frames: components["schemas"]["Frames"];
            /** @description the frame for this kind of subject, and where it stands that an individual's is a part */
            frame: components["schemas"]["Frame"];
            halving: components["schemas"]["Text"];
            fine: components["schemas"]["Fine"];
            explain: boolean;
            additional: string[];
            remedies: string[];
            precondition: components["schemas"]["Text"] | null;
            limitation: components["schemas"]["Limitation"];
            /** @description who may sign on the day of the decision; null while that day is not known */
            competence: components["schemas"]["Competence"][] | null;
            doubts: components["schemas"]["Doubt"][];
        };
        /** @description What whoever orders a capture may choose; the ordinary one first. */
        CaptureChoices: {
            visitors: string[];
            /** @description sessions, each for its hosts */
            profiles: components["schemas"]["ProfileChoice"][];
            routes: string[];
        };
        CaptureFile: {
            id: string;
            postId: string;
            addressId: string;
            url: string;
            /** @enum {string} */
            reason: "inspector" | "report" | "second-look" | "source";
            /** @description as whom the page is visited: one of config/visitors.yaml, or a session */
            visitor: string;
            /** @description by which way it left: direct, or one of CAPTURE_ROUTES */
            route: string;
            orderedBy: string | null;
            /** Format: date-time */
            orderedAt: string;
            /** @enum {string} */
            state: "failed" | "ordered" | "sealed";
            /**
             * Format: date-time
             * @description while it is ordered: its turn at its host has not come
             */
            waitsUntil: string | null;
            /** @description while it is ordered: the session without which it cannot be made */
            waitsFor: string | null;
            /** @enum {string|null} */
            outcome: "blocked" | "complete" | "failed" | "gone" | "partial" | null;
            platform: string | null;
            evidenceId: string | null;
            /**
             * Format: date-time
             * @description the office let it go; its hashes stay
             */
            purgedAt: string | null;
            textSha256: string | null;
            title: string | null;
            author: string | null;
            handle: string | null;
            /** Format: date-time */
            postedAt: string | null;
            ground: components["schemas"]["Ground"] | null;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @enum {string|null} */
            observation: "blocked-here" | "fetch-failed" | "gone" | "login-wall" | "present" | "private" | "robot-check" | "unclear" | null;
            /** Format: date-time */
            observedAt: string | null;
            parts: components["schemas"]["Part"][];
            /** @description of a capture that came to a package */
            seal: components["schemas"]["PackageSeal"] | null;
            text: string | null;
            /** @description how many times somebody looked at it, and the latest looks */
            looks: number;
            custody: components["schemas"]["CaptureLook"][];
        };
        /** @description Somebody read a part of a capture, or had it verified. */
        CaptureLook: {
            /** Format: date-time */
            at: string;
            actor: string | null;
            part: string;
            /** @description why it was taken along */
            reason: string | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        CaptureLookPage: {
            items: components["schemas"]["CaptureLook"][];
            nextCursor: string | null;
        };
        CaptureSourceDto: {
            url: string;
        };
        CaseAddress: {
            addressId: string;
            /** @enum {string} */
            kind: "picture" | "text" | "url";
            url: string | null;
            text: string | null;
            evidenceId: string | null;
            /** @description what the public was last shown there */
            observation: components["schemas"]["LastSeen"] | null;
            seenSignedIn: components["schemas"]["SeenSignedIn"] | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        CaseAddressPage: {
            items: components["schemas"]["CaseAddress"][];
            nextCursor: string | null;
        };
        CaseEvent: {
            id: string;
            type: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            recordedAt: string;
            actorName: string | null;
            subject: string | null;
            office: {
                [key: string]: unknown;
            } | null;
            seq: number | null;
            reason: string | null;
            /** @description what it was called before, if somebody had named it, and what it was called then */
            title: {
                was: string | null;
                now: string;
            } | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        CaseEventPage: {
            items: components["schemas"]["CaseEvent"][];
            nextCursor: string | null;
        };
        /** @description The whole case file as one screen reads it. */
        CaseFile: {
            /** @description claims that it rests on and that are false no more */
            overtaken: components["schemas"]["OvertakenGround"][];
            openedBy: string | null;
            /** @description whether it still takes posts, exhibits, people and deadlines */
            mayEnter: boolean;
            /** @description the first ones; the rest is read page by page */
            posts: components["schemas"]["CasePost"][];
            exhibits: components["schemas"]["Exhibit"][];
            parties: components["schemas"]["Party"][];
            /** @description newest first */
            notes: components["schemas"]["Note"][];
            /** @description those that are open, then those that were met, each by when they are due */
            deadlines: components["schemas"]["Deadline"][];
            /** @description newest first */
            falls: components["schemas"]["Fall"][];
            /** @description how many there are */
            totals: components["schemas"]["CaseTotals"];
            /** @description its last fall or reopening by two persons was a fall */
            fell: boolean;
            /** @description fines that were paid late: only their interest is open, and the case may close over it for a reason */
            owingInterest: components["schemas"]["OpenPenalty"][];
            /** @description whoever may work on cases, by name */
            assignable: components["schemas"]["Colleague"][];
            /** @description newest first */
            history: components["schemas"]["CaseEvent"][];
            /** @description more happened before */
            moreHistory: boolean;
            next: components["schemas"]["NextAct"][];
            id: string;
            number: string;
            title: string | null;
            /** @enum {string} */
            state: "closed" | "confirmed" | "dismissed" | "open" | "verifying";
            version: number;
            assignee: {
                staffId: string;
                name: string;
            } | null;
            /** Format: date-time */
            openedAt: string;
            fallProposed: boolean;
            /** @description how many posts of a confirmed case no longer stand as false, though what was confirmed rests on them */
            groundLost: number;
            /** Format: date-time */
            nextDeadline: string | null;
            overdue: boolean;
        };
        CaseLine: {
            id: string;
            number: string;
            title: string | null;
            /** @enum {string} */
            state: "closed" | "confirmed" | "dismissed" | "open" | "verifying";
            version: number;
            assignee: {
                staffId: string;
                name: string;
            } | null;
            /** Format: date-time */
            openedAt: string;
            fallProposed: boolean;
            /** @description how many posts of a confirmed case no longer stand as false, though what was confirmed rests on them */
            groundLost: number;
            /** @description how many of its posts were judged by a claim that is false no more, though what was judged counts */
            overtaken: number;
            /** Format: date-time */
            nextDeadline: string | null;
            overdue: boolean;
            posts: number;
            exhibits: number;
        };
        CaseLineCountedPage: {
            items: components["schemas"]["CaseLine"][];
            nextCursor: string | null;
            total: number;
        };
        /** @description Open, or closed with a request that was delivered or a decision that stands. */
        CaseOnClaim: {
            id: string;
            number: string;
            /** @enum {string} */
            state: "closed" | "confirmed" | "dismissed" | "open" | "verifying";
            title: string | null;
            assignee: string | null;
            /** @description a request was delivered, or a decision stands */
            acts: boolean;
        };
        CasePost: {
            postId: string;
            mergedInto: string | null;
            /** @enum {string} */
            reason: "added" | "merged" | "opened-from";
            /** Format: date-time */
            addedAt: string;
            addedBy: string | null;
            itemId: string | null;
            platform: string | null;
            text: string | null;
            /** @description what a machine read in its pictures and films */
            read: components["schemas"]["ReadWords"][];
            author: string | null;
            handle: string | null;
            /** Format: date-time */
            postedAt: string | null;
            captureId: string | null;
            /** @enum {string|null} */
            outcome: "blocked" | "complete" | "failed" | "gone" | "partial" | null;
            /** @description the session that the capture bore: it shows what members are shown */
            session: string | null;
            /** @description the text is that of the page's source, read before it was laid out: nobody can say that it was shown on a screen */
            neverLaidOut: boolean;
            /** @description the first ones; the rest is read page by page */
            addresses: components["schemas"]["CaseAddress"][];
            addressTotal: number;
            judgement: components["schemas"]["PostJudgement"] | null;
            /** @description whether it stands, for good, that the post is false */
            stands: boolean;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        CasePostPage: {
            items: components["schemas"]["CasePost"][];
            nextCursor: string | null;
        };
        /** @description A post that was judged false and stands in no case. */
        CaseProposal: {
            postId: string;
            itemId: string;
            judgementId: string;
            /** Format: date-time */
            proposedAt: string;
            platform: string | null;
            firstLine: string | null;
            /** @description the session that bore who saw these words */
            session: string | null;
            /** @description the words are those of the page's source, read before it was laid out */
            neverLaidOut: boolean;
            topic: string | null;
            judgedBy: string | null;
            /** Format: date-time */
            judgedAt: string;
            url: string | null;
        };
        CaseStepped: {
            /** @enum {string} */
            state: "closed" | "confirmed" | "dismissed" | "open" | "verifying";
            version: number;
        };
        CaseTitleDto: {
            title: string;
            version: number;
        };
        CaseTotals: {
            posts: number;
            exhibits: number;
            parties: number;
            notes: number;
            deadlines: number;
            openDeadlines: number;
            falls: number;
            /** @description requests to take down that rest on it */
            takedowns: number;
            assignable: number;
        };
        /** @description The first ones, and how many there are. */
        CasesOnClaim: {
            items: components["schemas"]["CaseOnClaim"][];
            total: number;
        };
        CertificateDto: {
            /** @enum {string} */
            language: "vi" | "en";
            reason: string;
        };
        ChangeCorrectionDto: {
            vi: components["schemas"]["CorrectionWordingDto"];
            en?: components["schemas"]["CorrectionWordingDto"];
            sources: components["schemas"]["CorrectionSourceDto"][];
            version: number;
        };
        ChangeDto: {
            legalBasis?: string;
            version: number;
            delivery?: string;
            recipient?: string;
            /** @enum {string} */
            language?: "vi" | "en";
            items?: components["schemas"]["LinkDto"][];
            fields?: {
                [key: string]: unknown;
            };
        };
        ChangeListDto: {
            version: number;
            name?: string;
            filter?: {
                [key: string]: unknown;
            };
            shared?: boolean;
            position?: number;
        };
        ChangePenaltyDto: {
            version: number;
            /** @enum {string} */
            end: "fine" | "warning" | "remedies" | "referral" | "none";
            ground: string;
            provision?: components["schemas"]["ProvisionDto"];
            circumstances?: components["schemas"]["CircumstanceDto"][];
            amount?: components["schemas"]["AmountDto"];
            measures?: components["schemas"]["MeasureDto"][];
            answers?: components["schemas"]["AnswerDto"][];
            crime?: components["schemas"]["CrimeDto"];
            payWithin?: number;
        };
        ChangeViolationDto: {
            version: number;
            subject: components["schemas"]["SubjectDto"];
            act: components["schemas"]["ActDto"];
            place: string;
            answers?: components["schemas"]["RecordAnswersDto"];
            stopDemanded?: boolean;
            stopReason?: string;
            exhibits: string[];
            provision?: components["schemas"]["ProvisionDto"];
            identity?: components["schemas"]["IdentityDetailsDto"];
        };
        CheckDto: {
            text: string;
            url: string;
            title?: string;
            publisher?: string;
            rating?: string;
            language?: string;
            reviewDate?: string;
            claimDate?: string;
        };
        CheckedLog: {
            /** @enum {string} */
            state: "done";
            holds: boolean;
            sealedTo: number | null;
            /** @description the last event that a signed head names */
            provedTo: number | null;
            seq: number | null;
            /** @enum {string|null} */
            fault: "chain" | "changed" | "content-gone" | "cut" | "frame" | "no-heads" | "order" | "recomputed" | "signature" | "unsealed" | null;
            says: string | null;
            heads: number;
            /** @description sealed events that cannot have been written when they say: how many, and the first */
            misdated: {
                count: number;
                seq: number;
            } | null;
            lastHead: {
                seq: number;
                at: string;
            } | null;
            /** Format: date-time */
            checkedAt: string;
            seconds: number;
        };
        CheckingLog: {
            /** @enum {string} */
            state: "running";
            /** Format: date-time */
            since: string;
            /** @description the event that it has come to */
            at: number;
        };
        ChecklistLine: {
            vi: string;
            en: string;
            key: string;
        };
        /** @description A circumstance that legal staff accepted, with what shows it. */
        Circumstance: {
            code: string;
            text: components["schemas"]["Text"];
            ground: string;
        };
        CircumstanceChoice: {
            key: string;
            label: components["schemas"]["Text"];
            /** @enum {string} */
            kind: "aggravating" | "mitigating";
        };
        CircumstanceDto: {
            code: string;
            ground: string;
        };
        ClaimAct: {
            versionId?: string;
            act: string;
            to?: string;
            possible: boolean;
            lacks: string[];
            ownWork: boolean;
        };
        ClaimDto: {
            /** @enum {string} */
            topic: "y-te" | "thien-tai" | "nuoc-sach" | "dien" | "thuc-pham" | "tai-chinh" | "lua-dao" | "an-ninh" | "giao-thong" | "giao-duc" | "moi-truong" | "chinh-sach" | "bau-cu" | "khac";
            /** @enum {string} */
            harm: "low" | "medium" | "high";
            wordings: components["schemas"]["WordingDto"][];
            truth: string;
            sources: components["schemas"]["SourceDto"][];
            falseFrom: string;
            falseTo?: string;
        };
        /** @description One claim with every version, what it was found in, and what may be done. */
        ClaimFile: {
            id: string;
            /** @enum {string} */
            state: "approved" | "draft" | "merged" | "retired";
            version: number;
            currentVersionId: string | null;
            /** Format: date-time */
            createdAt: string;
            retirement: components["schemas"]["Retirement"] | null;
            mergedInto: components["schemas"]["NamedClaim"] | null;
            /** @description the claims that went into it, the newest fifty */
            mergedFrom: components["schemas"]["NamedClaim"][];
            /** @description of which claim it was split off */
            splitFrom: components["schemas"]["NamedClaim"] | null;
            merge: components["schemas"]["OpenMerge"] | null;
            /** @description it is false no more, since that day */
            overtaken: {
                /** Format: date */
                since: string;
                /** @enum {string} */
                cause: "ended" | "retired";
            } | null;
            posts: number;
            decisions: {
                confirmed: number;
                rejected: number;
            };
            /** @description the newest first, whose number tells how many there are, and the one in force, however old it is */
            versions: components["schemas"]["ClaimVersionLine"][];
            next: components["schemas"]["ClaimAct"][];
        };
        /** @description A claim by its newest version. */
        ClaimLine: {
            number: number;
            topic: string;
            /** @enum {string} */
            harm: "high" | "low" | "medium";
            wordings: components["schemas"]["Wording"][];
            truth: string;
            sources: components["schemas"]["Source"][];
            /**
             * Format: date
             * @description calendar days of the office, both inclusive; null: until further notice
             */
            falseFrom: string;
            /** Format: date */
            falseTo: string | null;
            draftedBy: string | null;
            draftedById: string;
            /** Format: date-time */
            draftedAt: string;
            /** Format: date-time */
            approvedAt: string | null;
            returnedBy: string | null;
            /** Format: date-time */
            returnedAt: string | null;
            returnReason: string | null;
            id: string;
            /** @enum {string} */
            state: "approved" | "draft" | "merged" | "retired";
            version: number;
            versionId: string;
            matches: number;
            /** @description it is false no more, since that day */
            overtaken: {
                /** Format: date */
                since: string;
                /** @enum {string} */
                cause: "ended" | "retired";
            } | null;
            retirement: components["schemas"]["Retirement"] | null;
            /** @description where it went, if it was merged */
            mergedInto: components["schemas"]["NamedClaim"] | null;
            /** @description what was proposed of it and another */
            merge: components["schemas"]["OpenMerge"] | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        ClaimLinePage: {
            items: components["schemas"]["ClaimLine"][];
            nextCursor: string | null;
        };
        ClaimListDto: {
            /** @enum {string} */
            state?: "draft" | "approved" | "merged" | "retired";
            returned?: boolean;
            /** Format: uuid */
            importId?: string;
            cursor?: string;
            limit?: number;
            q?: string;
        };
        /** @description A post that the version in force matches as it reads now. */
        ClaimPost: {
            itemId: string;
            postId: string;
            platform: string | null;
            firstLine: string;
            /**
             * Format: date
             * @description as the post shows it
             */
            postedOn: string | null;
            /** Format: date-time */
            receivedAt: string;
            score: number;
            /**
             * @description null: an inspector named the claim, which was not suggested
             * @enum {string|null}
             */
            strength: "strong" | "suggest" | null;
            /** @enum {string|null} */
            stance: "denial" | "question" | "spread" | "unrelated" | null;
            /** @enum {string|null} */
            decision: "confirmed" | null;
            /** @enum {string} */
            state: "judged" | "merged" | "waiting";
            /** @enum {string|null} */
            judgement: "cannot-be-verified" | "denial-or-correction" | "error-already-corrected" | "false-statement-of-fact" | "opinion" | "question" | "quotation-or-journalism" | "satire" | "true" | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        ClaimPostPage: {
            items: components["schemas"]["ClaimPost"][];
            nextCursor: string | null;
        };
        /** @description How right suggestions of one claim are, by what inspectors decided. */
        ClaimPrecision: {
            claimId: string;
            text: string;
            decided: number;
            /** @description strong suggestions are part of it */
            precision: components["schemas"]["Share"];
            strongPrecision: components["schemas"]["Share"] | null;
            /** @description surely most of its suggestions are rejected */
            poor: boolean;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        ClaimPrecisionPage: {
            items: components["schemas"]["ClaimPrecision"][];
            nextCursor: string | null;
        };
        /** @description A version that a second person sent back. */
        ClaimReturned: {
            claimId: string;
            versionId: string;
            topic: string;
            text: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        /** @description A source of a claim, as its newest version or the one in force names it, and what was kept of it. */
        ClaimSource: {
            title: string;
            url: string;
            /** Format: date */
            date: string;
            publisher: string | null;
            /** @description the office opens links of this form */
            opens: boolean;
            /** @description looks at it, whatever claim they were ordered for */
            looks: number;
            /** @description the look that was ordered last */
            latest: components["schemas"]["SourceCapture"] | null;
            /** @description the last one that kept something of the page */
            kept: components["schemas"]["SourceCapture"] | null;
        };
        ClaimSources: {
            items: components["schemas"]["ClaimSource"][];
        };
        ClaimSplit: {
            claimId: string;
            versionId: string;
            newClaimId: string;
            newVersionId: string;
        };
        /** @description How a claim spread: posts by the day that they show, or on which they came in. */
        ClaimSpread: {
            /** @enum {string} */
            by: "day" | "week";
            /** @description the last ones, in order of time */
            columns: components["schemas"]["ClaimSpreadColumn"][];
            /** @description posts of before */
            earlier: number;
            total: number;
        };
        ClaimSpreadColumn: {
            /** Format: date */
            from: string;
            posts: number;
            stance: {
                denial: number;
                question: number;
                spread: number;
                unclear: number;
                unrelated: number;
            };
            judged: {
                "false-statement-of-fact": number;
                other: number;
                waiting: number;
            };
        };
        ClaimToApprove: {
            claimId: string;
            versionId: string;
            number: number;
            topic: string;
            /** @enum {string} */
            harm: "high" | "low" | "medium";
            text: string;
            askedBy: string | null;
            /** Format: date-time */
            askedAt: string;
            /**
             * @description a version is to be put in force, or the claim to leave the registry
             * @enum {string}
             */
            why: "approve" | "merge" | "reinstate" | "retire";
        };
        ClaimVersionLine: {
            number: number;
            topic: string;
            /** @enum {string} */
            harm: "high" | "low" | "medium";
            wordings: components["schemas"]["Wording"][];
            truth: string;
            sources: components["schemas"]["Source"][];
            /**
             * Format: date
             * @description calendar days of the office, both inclusive; null: until further notice
             */
            falseFrom: string;
            /** Format: date */
            falseTo: string | null;
            draftedBy: string | null;
            draftedById: string;
            /** Format: date-time */
            draftedAt: string;
            /** Format: date-time */
            approvedAt: string | null;
            returnedBy: string | null;
            /** Format: date-time */
            returnedAt: string | null;
            returnReason: string | null;
            id: string;
            approvedById: string | null;
            approvedBy: string | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        ClaimVersionLinePage: {
            items: components["schemas"]["ClaimVersionLine"][];
            nextCursor: string | null;
        };
        CodeDto: {
            code: string;
        };
        /** @description Somebody whom the case may be given to. */
        Colleague: {
            staffId: string;
            name: string;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        ColleaguePage: {
            items: components["schemas"]["Colleague"][];
            nextCursor: string | null;
        };
        /** @description What was compared: a picture of a capture, or what somebody sent in. */
        Compared: {
            captureId: string | null;
            addressId: string | null;
            /** @description the name of a picture that shows it */
            picturePart: string | null;
        };
        /** @description A picture that both looks have: where it differs, in its points. */
        ComparedPicture: {
            part: string;
            earlier: components["schemas"]["PictureSize"];
            later: components["schemas"]["PictureSize"];
            areas: components["schemas"]["Area"][];
            /** @description of its squares, 0 to 1 */
            share: number;
        };
        /** @description One of two looks that are held against each other. */
        ComparedSide: {
            id: string;
            url: string;
            /** @description as whom the page was visited, and by which way */
            visitor: string;
            route: string;
            /** @description the session that the visit bore: it shows what members are shown */
            session: string | null;
            /** @description its words are those of the page's source, read before it was laid out: nobody can say that they were shown on a screen */
            neverLaidOut: boolean;
            /** Format: date-time */
            endedAt: string;
            /** @enum {string} */
            outcome: "blocked" | "complete" | "failed" | "gone" | "partial";
            /** @enum {string|null} */
            observation: "blocked-here" | "fetch-failed" | "gone" | "login-wall" | "present" | "private" | "robot-check" | "unclear" | null;
            title: string | null;
            author: string | null;
            handle: string | null;
            /** Format: date-time */
            postedAt: string | null;
            /** @description when the post was changed, as the page said */
            edited: string | null;
        };
        /** @description What became of a post between two looks. */
        Comparison: {
            postId: string;
            earlier: components["schemas"]["ComparedSide"];
            later: components["schemas"]["ComparedSide"];
            /** @description the weightiest first; none where nothing changed that was read */
            changed: ("author" | "back" | "counts" | "gone" | "handle" | "look" | "observation" | "picture" | "posted-at" | "text" | "title")[];
            text: components["schemas"]["TextPiece"][];
            counts: components["schemas"]["CountChange"][];
            pictures: components["schemas"]["ComparedPicture"][];
        };
        Competence: {
            title: string;
            label: components["schemas"]["Text"];
            competent: boolean;
            failed: components["schemas"]["FailedTest"][];
            doubts: components["schemas"]["Doubt"][];
        };
        ComplaintAnswered: {
            contentHash: string;
            /** @description the annulment that it has led to */
            annulmentId: string | null;
            id: string;
            /** @enum {string} */
            state: "accepted" | "answered" | "not-accepted" | "received" | "withdrawn";
            version: number;
        };
        ComplaintDto: {
            receivedOn: string;
            /** @enum {string} */
            how: "in-person" | "by-post" | "electronic";
            /** @enum {string} */
            complainant: "fined" | "representative";
            asks: string;
            says: string;
            /** Format: uuid */
            exhibitId?: string;
            version: number;
        };
        /** @description What the office owes next, and by when; null where nobody can say. */
        ComplaintDue: {
            /** @enum {string} */
            what: "acceptance" | "answer";
            lastDay: string | null;
            overdue: boolean | null;
        };
        /** @description A complaint about a decision: when it came, what is due when, what became of it, and what may be done. */
        ComplaintFile: {
            id: string;
            /** @enum {string} */
            state: "accepted" | "answered" | "not-accepted" | "received" | "withdrawn";
            version: number;
            /** Format: date */
            receivedOn: string;
            /** @enum {string} */
            how: "by-post" | "electronic" | "in-person";
            /** @enum {string} */
            complainant: "fined" | "representative";
            /** @description null once they were purged */
            asks: string | null;
            says: string | null;
            exhibitId: string | null;
            recordedBy: string;
            /** Format: date-time */
            recordedAt: string;
            lodging: components["schemas"]["Lodging"];
            /**
             * Format: date
             * @description null where nobody knows the days off to count by
             */
            acceptBy: string | null;
            /** Format: date */
            acceptedOn: string | null;
            complex: boolean;
            /** Format: date */
            answerBy: string | null;
            /** @description what the office owes next; null where nothing is waited for */
            due: components["schemas"]["ComplaintDue"] | null;
            steps: components["schemas"]["ComplaintStep"][];
            answer: components["schemas"]["AnswerShown"] | null;
            /** @description were it upheld, nobody could sign the annulment that follows */
            nobodyAnnuls: boolean;
            next: components["schemas"]["PenaltyAct"][];
        };
        ComplaintStep: {
            /** @enum {string} */
            state: "accepted" | "answered" | "not-accepted" | "received" | "withdrawn";
            reason: string | null;
            exhibitId: string | null;
            by: string;
            /** Format: date-time */
            at: string;
        };
        /** @description After an act. */
        ComplaintStepped: {
            id: string;
            /** @enum {string} */
            state: "accepted" | "answered" | "not-accepted" | "received" | "withdrawn";
            version: number;
        };
        ConfirmLawDto: {
            about: string;
            document: string;
        };
        /** @description A doubt that a lawyer settled on the case. */
        ConfirmedDoubt: {
            /** @description the row and the field: `ND15-2020:99.3.a remedies` */
            about: string;
            /** @enum {string} */
            confidence: "low" | "medium";
            note: components["schemas"]["Text"] | null;
            by: string;
            on: string;
            document: string;
        };
        ContactDto: {
            name?: string;
            phone?: string;
            email?: string;
        };
        ContentEvidence: {
            exhibitId: string;
            evidenceId: string;
            sha256: string;
            /**
             * @description it shows what a signed-in visitor was shown; by which session is nobody's outside the office
             * @enum {boolean}
             */
            signedIn?: true;
        };
        ContentItem: {
            addressId: string;
            postId: string;
            url: string;
            evidence: components["schemas"]["ContentEvidence"][];
        };
        ContentVersion: {
            id: string;
            number: number;
            sha256: string;
            content: components["schemas"]["RequestContent"];
            writtenBy: string | null;
            /** Format: date-time */
            writtenAt: string;
            /** Format: date-time */
            approvedAt: string | null;
            approvedBy: string | null;
            /** Format: date-time */
            returnedAt: string | null;
            returnedBy: string | null;
            returnReason: string | null;
        };
        /** @description What stands together with a line of the queue, as far as it fits what the queue is narrowed to. */
        Copies: {
            /** @description how many others */
            others: number;
            /** @description of all of them together */
            reports: number;
            /** @description by what they are alike */
            kinds: ("film" | "picture" | "text")[];
        };
        CorrectionAct: {
            act: string;
            to?: string;
            possible: boolean;
            lacks: string[];
            ownWork: boolean;
            /** @description what is approved or sent back is named by its hash */
            contentHash?: string;
        };
        /** @description All that a correction says: what a second person approves, by its hash. */
        CorrectionContent: {
            /** @enum {number} */
            format: 1;
            claimId: string;
            claimVersionId: string;
            vi: components["schemas"]["CorrectionWording"];
            en: components["schemas"]["CorrectionWording"] | null;
            sources: components["schemas"]["CorrectionSource"][];
        };
        /** @description One correction with every version, who wrote and who approved each, and what may be done. */
        CorrectionFile: {
            claimState: string;
            content: components["schemas"]["CorrectionContent"];
            contentHash: string;
            blanks: string[];
            versions: components["schemas"]["CorrectionVersion"][];
            withdrawals: components["schemas"]["Withdrawal"][];
            /** @description how many of each came before those that are told */
            older: {
                versions: number;
                withdrawals: number;
            };
            next: components["schemas"]["CorrectionAct"][];
            id: string;
            claimId: string;
            claim: string | null;
            /** @enum {string} */
            state: "draft" | "published" | "withdrawn";
            version: number;
            title: string;
            languages: string[];
            /** @description the public reads an approved version */
            isPublic: boolean;
            /** @description the claim was retired or merged, or changed after this was written, or a case that rested on it fell since */
            lookAgain: boolean;
            caseFell: boolean;
            returned: boolean;
            withdrawalProposed: boolean;
            writtenBy: string | null;
            /** Format: date-time */
            writtenAt: string;
            /** Format: date-time */
            publishedAt: string | null;
            /** Format: date-time */
            changedAt: string | null;
        };
        /** @description A correction by its newest version. */
        CorrectionLine: {
            id: string;
            claimId: string;
            claim: string | null;
            /** @enum {string} */
            state: "draft" | "published" | "withdrawn";
            version: number;
            title: string;
            languages: string[];
            /** @description the public reads an approved version */
            isPublic: boolean;
            /** @description the claim was retired or merged, or changed after this was written, or a case that rested on it fell since */
            lookAgain: boolean;
            caseFell: boolean;
            returned: boolean;
            withdrawalProposed: boolean;
            writtenBy: string | null;
            /** Format: date-time */
            writtenAt: string;
            /** Format: date-time */
            publishedAt: string | null;
            /** Format: date-time */
            changedAt: string | null;
        };
        CorrectionLineCountedPage: {
            items: components["schemas"]["CorrectionLine"][];
            nextCursor: string | null;
            total: number;
        };
        CorrectionListDto: {
            cursor?: string;
            limit?: number;
            /** @enum {string} */
            state?: "draft" | "published" | "withdrawn";
            lookAgain?: boolean;
            /** Format: uuid */
            claimId?: string;
            q?: string;
        };
        CorrectionSource: {
            title: string;
            url: string;
        };
        CorrectionSourceDto: {
            title: string;
            /** Format: uri */
            url: string;
        };
        CorrectionStepped: {
            /** @enum {string} */
            state: "draft" | "published" | "withdrawn";
            version: number;
        };
        CorrectionToDecide: {
            correctionId: string;
            title: string;
            said: string;
            /** @enum {string} */
            why: "look-again" | "publish" | "returned" | "withdraw";
            by: string | null;
            /** Format: date-time */
            at: string;
        };
        CorrectionVersion: {
            number: number;
            sha256: string;
            content: components["schemas"]["CorrectionContent"];
            writtenBy: string | null;
            /** Format: date-time */
            writtenAt: string;
            approvedBy: string | null;
            /** Format: date-time */
            approvedAt: string | null;
            returnedBy: string | null;
            /** Format: date-time */
            returnedAt: string | null;
            returnReason: string | null;
        };
        /** @description What one language says: the headline, what was said, what is true. */
        CorrectionWording: {
            title: string;
            said: string;
            truth: string;
        };
        CorrectionWordingDto: {
            title: string;
            said: string;
            truth: string;
        };
        CountChange: {
            what: string;
            before: number | null;
            after: number | null;
        };
        Counts: {
            cases: number;
            claims: number;
            corrections: number;
            intake: number;
            log: number;
            penalties: number;
            takedowns: number;
            triage: number;
            users: number;
            work: number;
        };
        CrimeDto: {
            signs: string[];
            refer?: boolean;
            reason?: string;
        };
        /** @description What a threshold would show of what was decided: how much of it is right, and how much of what is right. */
        CurvePoint: {
            at: number;
            shown: number;
            precision: components["schemas"]["Share"] | null;
            recall: components["schemas"]["Share"] | null;
        };
        CustodyReasonDto: {
            reason: string;
        };
        /** @description Days from the first to the last, both included. What is known by the month alone is a span. */
        DaySpan: {
            first: string;
            last: string;
        };
        /** @description Whole days of the office's zone, the last one included. */
        Days: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
        };
        Deadline: {
            id: string;
            what: string;
            /** Format: date-time */
            dueAt: string;
            setBy: string;
            /** Format: date-time */
            setAt: string;
            /** Format: date-time */
            metAt: string | null;
            overdue: boolean;
        };
        DeadlineDto: {
            what: string;
            dueAt: string;
            version?: number;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        DeadlinePage: {
            items: components["schemas"]["Deadline"][];
            nextCursor: string | null;
        };
        /** @description What is still unpaid, and what is still owed for paying late: in whole dong, a rest of less than one is not asked for. */
        Debt: {
            unpaid: number;
            interest: number;
            daysLate: number;
        };
        DecideMergeDto: {
            /** Format: uuid */
            mergeId: string;
            agreed: boolean;
        };
        DecideRetirementDto: {
            agreed: boolean;
            version: number;
        };
        DecideWithdrawalDto: {
            agreed: boolean;
            version: number;
        };
        DecidedAmount: {
            value: number;
            reason: string;
        };
        /** @description How a request was answered, and until when its asker may look. */
        DecidedIdentity: {
            /** @enum {string} */
            state: "approved" | "asked" | "expired" | "refused";
            /** Format: date-time */
            openUntil: string | null;
        };
        DecisionContent: components["schemas"]["Annulment"] | components["schemas"]["PenaltyDecision"];
        DecisionDto: {
            /** @enum {string|null} */
            decision: "confirmed" | "rejected" | null;
            version?: number;
        };
        DecisionVersion: {
            number: number;
            sha256: string;
            writtenBy: string | null;
            /** Format: date-time */
            writtenAt: string;
            signedBy: string | null;
            /** Format: date-time */
            signedAt: string | null;
            returnedBy: string | null;
            /** Format: date-time */
            returnedAt: string | null;
            returnReason: string | null;
        };
        DeclineDto: {
            /** Format: uuid */
            judgementId: string;
            reason: string;
        };
        /** @description So long it can be taken back. */
        DeclinedProposal: {
            undoSeconds: number;
        };
        /** @description What left, to the byte, and what became of it. */
        Delivery: {
            id: string;
            attempt: number;
            way: string;
            recipient: string;
            reference: string;
            rawSha256: string;
            bytes: number;
            mediaType: string;
            /** Format: date-time */
            begunAt: string;
            /** @enum {string|null} */
            outcome: "bounced" | "delivered" | null;
            proof: {
                [key: string]: unknown;
            } | null;
            says: string | null;
            /** Format: date-time */
            endedAt: string | null;
            tries: {
                says: string;
                /** Format: date-time */
                at: string;
            }[];
            bounce: {
                says: string;
                /** Format: date-time */
                at: string;
            } | null;
            sentBy: string | null;
        };
        /** @description A field of a document that is missing or not in its form, as people call it. */
        DocumentFault: {
            field: string;
            /** @enum {string} */
            says: "missing" | "no amount" | "no count" | "no day" | "no flag" | "no group" | "no known-day" | "no list" | "no moment" | "no sum" | "no text" | "no when" | "one for each act" | "one of several" | "too few" | "too long" | "unknown";
            vi: string;
            en: string;
        };
        /** @description What became of the paper of a record or a decision. */
        DocumentState: {
            /**
             * @description `none`: it is not printed, or not yet; `printing`: on its way to the printer; `failed`: the house gave up
             * @enum {string}
             */
            state: "failed" | "none" | "printed" | "printing";
            printed: components["schemas"]["Printed"] | null;
            /** @enum {string|null} */
            form: "MBB01" | "MQĐ02" | "MQĐ15" | "MQĐ40" | null;
            lacks: components["schemas"]["DocumentFault"][];
        };
        /** @description What was done in the period, as the public figures count it. */
        Done: {
            list: string;
            page: string;
            now: number;
            before: number;
            difference: number;
            /** @description null: too few before to say it in percent */
            percent: number | null;
            figure: string;
            label: components["schemas"]["Label"];
            /** @description an amount of money, not a number of records */
            money: boolean;
        };
        /** @description Something of the law that is not known for sure and that a case rests on. */
        Doubt: {
            /** @description the row and the field: `ND15-2020:99.3.a remedies` */
            about: string;
            /** @enum {string} */
            confidence: "low" | "medium";
            note: components["schemas"]["Text"] | null;
        };
        DraftCorrectionDto: {
            /** Format: uuid */
            claimId: string;
        };
        DraftDto: {
            /** Format: uuid */
            caseId: string;
            platform: string;
            legalBasis: string;
            delivery?: string;
            recipient?: string;
            /** @enum {string} */
            language?: "vi" | "en";
            items?: components["schemas"]["LinkDto"][];
            fields?: {
                [key: string]: unknown;
            };
        };
        DraftOnClaim: {
            /** @enum {string} */
            kind: "penalty" | "takedown";
            id: string;
            reference: string | null;
            /** @enum {string} */
            state: "annulled" | "approved" | "cancelled" | "draft" | "late" | "numbered" | "paid" | "refunded" | "sending" | "sent" | "served" | "signed" | "undeliverable" | "withdrawn";
            caseId: string;
            number: string;
        };
        DraftPenaltyDto: {
            /** Format: uuid */
            violationId: string;
            /** @enum {string} */
            end: "fine" | "warning" | "remedies" | "referral" | "none";
            ground: string;
            provision?: components["schemas"]["ProvisionDto"];
            circumstances?: components["schemas"]["CircumstanceDto"][];
            amount?: components["schemas"]["AmountDto"];
            measures?: components["schemas"]["MeasureDto"][];
            answers?: components["schemas"]["AnswerDto"][];
            crime?: components["schemas"]["CrimeDto"];
            payWithin?: number;
        };
        DraftViolationDto: {
            /** Format: uuid */
            caseId: string;
            /** Format: uuid */
            partyId: string;
            subject: components["schemas"]["SubjectDto"];
            act: components["schemas"]["ActDto"];
            place: string;
            answers?: components["schemas"]["RecordAnswersDto"];
            stopDemanded?: boolean;
            stopReason?: string;
            exhibits: string[];
            provision?: components["schemas"]["ProvisionDto"];
            identity?: components["schemas"]["IdentityDetailsDto"];
        };
        DraftedClaim: {
            claimId: string;
            versionId: string;
        };
        DraftsOnClaim: {
            items: components["schemas"]["DraftOnClaim"][];
            total: number;
        };
        /** @description Whether posts, and what the matcher makes of them, are still such as they were when the rules in force began. */
        Drift: {
            /** @enum {string} */
            by: "day" | "month" | "week";
            columns: components["schemas"]["DriftColumn"][];
            /** @description the first days of the rules in force; null until a post was looked at by them */
            reference: components["schemas"]["DriftReference"] | null;
            /** @description what moved between the reference and the last column that has posts enough, what moved furthest first */
            latest: {
                /** Format: date */
                from: string;
                moved: components["schemas"]["Moved"][];
            } | null;
            switches: components["schemas"]["RulesSwitch"][];
            bounds: {
                referenceDays: number;
                leastPosts: number;
                psiMoved: number;
                psiMuch: number;
                psiFormula: string;
                psiMarksSource: string;
                psiChanceSource: string;
            };
        };
        /** @description Posts first looked at on a day, or in the week or month that begins then. */
        DriftColumn: {
            /** Format: date */
            from: string;
            /** @description of the best scores, beside the reference; null inside of it, by other rules, and of few posts */
            psi: components["schemas"]["Stability"] | null;
            posts: number;
            suggested: components["schemas"]["Share"] | null;
            strong: components["schemas"]["Share"] | null;
            /** @description of the posts with a suggestion */
            stance: {
                denial: components["schemas"]["Share"] | null;
                question: components["schemas"]["Share"] | null;
                spread: components["schemas"]["Share"] | null;
                unclear: components["schemas"]["Share"] | null;
                unrelated: components["schemas"]["Share"] | null;
            };
            vietnamese: components["schemas"]["Share"] | null;
            /** @description geometric mean */
            letters: number | null;
            /** @description of the words of all posts, the share that no known claim has */
            unknownWords: number | null;
            /** @description of what inspectors decided in that while, the share that they confirmed; `precision` holds strong suggestions too */
            precision: components["schemas"]["Share"] | null;
            strongPrecision: components["schemas"]["Share"] | null;
            /** @description of posts without a suggestion that were read for the sample, those that say a known claim */
            missed: components["schemas"]["Share"] | null;
        };
        DriftReference: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description the first day after it
             */
            to: string;
            posts: number;
            suggested: components["schemas"]["Share"] | null;
            strong: components["schemas"]["Share"] | null;
            /** @description of the posts with a suggestion */
            stance: {
                denial: components["schemas"]["Share"] | null;
                question: components["schemas"]["Share"] | null;
                spread: components["schemas"]["Share"] | null;
                unclear: components["schemas"]["Share"] | null;
                unrelated: components["schemas"]["Share"] | null;
            };
            vietnamese: components["schemas"]["Share"] | null;
            /** @description geometric mean */
            letters: number | null;
            /** @description of the words of all posts, the share that no known claim has */
            unknownWords: number | null;
            /** @description of what inspectors decided in that while, the share that they confirmed; `precision` holds strong suggestions too */
            precision: components["schemas"]["Share"] | null;
            strongPrecision: components["schemas"]["Share"] | null;
            /** @description of posts without a suggestion that were read for the sample, those that say a known claim */
            missed: components["schemas"]["Share"] | null;
        };
        /** @description A judgement that a later one took the place of. */
        EarlierJudgement: {
            id: string;
            /** @enum {string} */
            judgement: "cannot-be-verified" | "denial-or-correction" | "error-already-corrected" | "false-statement-of-fact" | "opinion" | "question" | "quotation-or-journalism" | "satire" | "true";
            reason: string | null;
            by: string | null;
            /** Format: date-time */
            at: string;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        EarlierJudgementPage: {
            items: components["schemas"]["EarlierJudgement"][];
            nextCursor: string | null;
        };
        EndProfileDto: {
            version: number;
        };
        /** @description An entry that was made, and the version of the record that holds it. */
        Entered: {
            version: number;
            id: string;
        };
        EntryDto: {
            version?: number;
        };
        EvidenceVerification: {
            evidenceId: string;
            captureId: string | null;
            verified: boolean;
            parts: components["schemas"]["VerifiedPart"][];
            /** Format: date-time */
            at: string;
        };
        Exhibit: {
            id: string;
            evidenceId: string;
            kind: string;
            sha256: string;
            mediaType: string;
            bytes: number;
            /** Format: date-time */
            sealedAt: string;
            /**
             * Format: date-time
             * @description the office let it go; its hash stays
             */
            purgedAt: string | null;
            /** @description the rule by which it went, as it was called then */
            purgedUnder: components["schemas"]["Label"] | null;
            /** @description who asked that it goes, and who let it go */
            purgedBy: components["schemas"]["LetGo"] | null;
            part: string;
            why: string;
            captureId: string | null;
            /** @description the post that it shows: its looks stand in the log under it */
            postId: string | null;
            addressId: string | null;
            /** @enum {string|null} */
            outcome: "blocked" | "complete" | "failed" | "gone" | "partial" | null;
            /** @description the session that the visit bore: it shows what members are shown */
            session: string | null;
            /** @description its words are those of the page's source, read before it was laid out: nobody can say that they were shown on a screen */
            neverLaidOut: boolean;
            /** Format: date-time */
            capturedAt: string | null;
            /** @description which part of the capture is a still of the post */
            picturePart: string | null;
            /** @description the beginning of what the post said then */
            text: string | null;
            url: string | null;
            attachedBy: string | null;
            /** @description this reader attached it */
            mine: boolean;
            /** Format: date-time */
            attachedAt: string;
            /** @description what somebody brought, and where it came from in their words */
            file: components["schemas"]["BroughtFile"] | null;
            /** @description how many times somebody looked at it, and the latest looks */
            looks: number;
            custody: components["schemas"]["Look"][];
        };
        ExhibitDto: {
            version?: number;
            /** Format: uuid */
            evidenceId: string;
            part?: string;
            why: string;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        ExhibitPage: {
            items: components["schemas"]["Exhibit"][];
            nextCursor: string | null;
        };
        ExhibitRef: {
            exhibitId: string;
            evidenceId: string;
            sha256: string;
        };
        ExplanationDto: {
            /** @enum {string} */
            kind: "written" | "heard" | "waived" | "hearing-requested" | "extended";
            on: string;
            says?: string;
            /** Format: uuid */
            exhibitId?: string;
            version: number;
        };
        ExplanationLine: {
            id: string;
            /** @enum {string} */
            kind: "extended" | "heard" | "hearing-requested" | "waived" | "written";
            /** Format: date */
            on: string;
            says: string | null;
            exhibitId: string | null;
            recordedBy: string | null;
            /** Format: date-time */
            recordedAt: string;
        };
        /** @description How long the accused may explain, counted from the day of the record. */
        ExplanationTerms: {
            right: boolean;
            /** @description the version of the Law by which the days are counted */
            rule: string;
            written: components["schemas"]["Term"] | null;
            hearing: components["schemas"]["Term"] | null;
        };
        ExportClaimsDto: {
            /** @enum {string} */
            form: "claimreview" | "csv" | "jsonl";
            /** @enum {string} */
            state?: "draft" | "approved" | "merged" | "retired";
            returned?: boolean;
            /** Format: uuid */
            importId?: string;
            q?: string;
        };
        /** @description A second factor that somebody lost. */
        FactorResetToApprove: {
            proposalId: string;
            name: string;
            title: string;
            email: string;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            /** @description who reset the password, of which the holder has not chosen their own since */
            passwordReset: {
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        /** @description One of the three tests that a title failed, and by what. */
        FailedTest: {
            /** @enum {string} */
            test: "additional" | "frame-maximum" | "remedies";
            /** @description of the frame's highest amount: what the provision needs and what the title may */
            needs?: number;
            limit?: number;
            /** @description sanctions or remedies that the title may not impose or order */
            lacks?: string[];
            note?: components["schemas"]["Text"];
        };
        /** @description That a confirmed case should fall, or one that fell be reopened: proposed by one, decided by another. */
        Fall: {
            id: string;
            /** @enum {string} */
            what: "fall" | "reopening";
            reason: string;
            proposedById: string;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
            /** @enum {string|null} */
            decision: "approved" | "declined" | null;
            decisionReason: string | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        FallDecisionDto: {
            /** @enum {string} */
            decision: "approved" | "declined";
            reason?: string;
            version: number;
        };
        FallDto: {
            reason: string;
            version: number;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        FallPage: {
            items: components["schemas"]["Fall"][];
            nextCursor: string | null;
        };
        FallToDecide: {
            proposalId: string;
            /** @enum {string} */
            what: "fall" | "reopening";
            reason: string;
            /** Format: date-time */
            proposedAt: string;
            proposedBy: string;
            caseId: string;
            number: string;
            version: number;
        };
        /** @description What a file says of itself: anybody can write that into a file, so it is a claim and no fact. Words and moments stand as they are written there. */
        FileClaims: {
            takenAt?: string;
            changedAt?: string;
            device?: string;
            software?: string;
            title?: string;
            author?: string;
            place?: {
                latitude: number;
                longitude: number;
            };
            seconds?: number;
            width?: number;
            height?: number;
            /** @description of a chat */
            form?: string;
            messages?: number;
            /** @description how many files of it hold messages, where there are several */
            chatFiles?: number;
            first?: string;
            last?: string;
            /** @description of a zip */
            entries?: number;
            unpackedBytes?: number;
        };
        FileDto: {
            why: string;
            origin: string;
        };
        /** @description Which files are taken, and how long one may be. */
        FileKinds: {
            bytes: number;
            kinds: {
                kind: string;
                label: components["schemas"]["Label"];
                types: string[];
            }[];
        };
        Fine: {
            /** @enum {string} */
            outcome: "between" | "maximum" | "midpoint" | "minimum" | "not-liable" | "warning-only";
            /** @description what the law gives, or what a person decided inside it; null where no fine may be imposed or nobody has decided yet */
            amount: number | null;
            /** @description with exactly one circumstance left: the ends of what a person may decide, and what the office's policy proposes */
            between: components["schemas"]["Frame"] | null;
            proposal: number | null;
            steps: components["schemas"]["Step"][];
            doubts: components["schemas"]["Doubt"][];
        };
        /** @description `partial`: a place would have taken too long. */
        Found: {
            items: components["schemas"]["Hit"][];
            partial: boolean;
        };
        /** @description A check of others, as a service tells it, and what an import would make of it. */
        FoundCheck: {
            line: components["schemas"]["ImportLine"];
            text: string;
            url: string;
            title: string | null;
            publisher: string | null;
            rating: string | null;
            language: string | null;
            reviewDate: string | null;
            claimDate: string | null;
        };
        FoundChecks: {
            items: components["schemas"]["FoundCheck"][];
            nextPageToken: string | null;
        };
        /** @description Dong from the least to the most; whole numbers only. */
        Frame: {
            min: number;
            max: number;
        };
        Frames: {
            individual: components["schemas"]["Frame"];
            organisation: components["schemas"]["Frame"];
        };
        /** @description A capture of one of the case's posts that is no exhibit of it yet. */
        FreeCapture: {
            id: string;
            evidenceId: string;
            url: string;
            /** @enum {string|null} */
            outcome: "blocked" | "complete" | "failed" | "gone" | "partial" | null;
            /** @description the session that the visit bore */
            session: string | null;
            /** @description its words are those of the page's source, read before it was laid out */
            neverLaidOut: boolean;
            /** Format: date-time */
            orderedAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        FreeCapturePage: {
            items: components["schemas"]["FreeCapture"][];
            nextCursor: string | null;
        };
        /** @description Deliveries that gave up, with what that means. */
        GaveUp: {
            handler: string;
            n: number;
            /** Format: date-time */
            since: string;
            error: string | null;
            meaning: components["schemas"]["Label"];
            /** @description this reader may send it again */
            retry: boolean;
        };
        GiveProfileDto: {
            name: string;
            visitor: string;
            hosts: string[];
            cookies: string;
        };
        Glossary: {
            [key: string]: {
                [key: string]: components["schemas"]["Label"];
            };
        };
        Ground: {
            rule: string;
            words?: string;
            status?: number;
            /**
             * @description the words of the post are those of a page that was never laid out: nobody can say that they were shown
             * @enum {boolean}
             */
            laidOut?: false;
            /** @description when its server says that it may be asked again (UTC) */
            retryAt?: string;
        };
        /** @description How the looks at one platform's pages went on one day of the office. */
        HealthDay: {
            platform: string;
            /** @description how many days before today */
            ago: number;
            day: string;
            captures: number;
            /** @description where a post was to be read: neither gone, blocked nor failed */
            looked: number;
            found: number;
            text: number;
            author: number;
            time: number;
            gone: number;
            blocked: number;
            failed: number;
        };
        /** @description A case under hold, in the list of all. */
        HeldCase: {
            id: string;
            reason: string;
            placedBy: string;
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            liftedAt: string | null;
            /** @description the latest proposal that it ends */
            release: components["schemas"]["Release"] | null;
            caseId: string;
            number: string;
            title: string | null;
        };
        HeldCaseCountedPage: {
            items: components["schemas"]["HeldCase"][];
            nextCursor: string | null;
            total: number;
        };
        /** @description Who else has it open now. */
        Here: {
            others: components["schemas"]["Present"][];
        };
        Hit: {
            /** @enum {string} */
            kind: "capture" | "case" | "claim" | "correction" | "entry" | "exhibit" | "penalty" | "post" | "report" | "takedown" | "violation";
            id: string;
            title: string | null;
            detail: string | null;
            /**
             * @description a post whose own text does not say it: its picture does, or what is said in its film, as a machine read it
             * @enum {string|null}
             */
            readIn?: "picture" | "subtitles" | null;
            /** @description where a post or a capture stands in the queue */
            itemId?: string | null;
            /** @description the case that holds an exhibit */
            caseId?: string | null;
        };
        /** @description Nothing of the case may be purged, from `placedAt` until a second person let it go. */
        Hold: {
            id: string;
            reason: string;
            placedBy: string;
            /** Format: date-time */
            placedAt: string;
            /** Format: date-time */
            liftedAt: string | null;
            /** @description the latest proposal that it ends */
            release: components["schemas"]["Release"] | null;
        };
        HoldDto: {
            reason: string;
            version: number;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        HoldPage: {
            items: components["schemas"]["Hold"][];
            nextCursor: string | null;
        };
        /** @description One's own request, answered. */
        IdentityAnswer: {
            requestId: string;
            /** @enum {string} */
            kind: "party" | "reporter";
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            about: string | null;
            /** @enum {string|null} */
            channel: "phone" | "web" | null;
            /** Format: date-time */
            receivedAt: string | null;
            caseId: string | null;
            number: string | null;
            /** @enum {string} */
            state: "approved" | "asked" | "expired" | "refused";
            decisionReason: string | null;
            decidedBy: string;
            /** Format: date-time */
            decidedAt: string;
            /** Format: date-time */
            openUntil: string | null;
            looked: boolean;
        };
        IdentityDecisionDto: {
            /** @enum {string} */
            decision: "approved" | "refused";
            reason?: string;
        };
        /** @description What papers say of the accused beside the name, which the case holds. */
        IdentityDetails: {
            gender?: string;
            born?: string;
            nationality?: string;
            occupation?: string;
            residence?: string;
            idKind?: string;
            idNumber?: string;
            idIssuedOn?: string;
            idIssuedBy?: string;
            /** @description the business code */
            registration?: string;
            licence?: string;
            licenceIssuedOn?: string;
            licenceIssuedBy?: string;
            seat?: string;
            representative?: string;
            representativeGender?: string;
            representativeTitle?: string;
        };
        IdentityDetailsDto: {
            gender?: string;
            born?: string;
            nationality?: string;
            occupation?: string;
            residence?: string;
            idKind?: string;
            idNumber?: string;
            idIssuedOn?: string;
            idIssuedBy?: string;
            registration?: string;
            licence?: string;
            licenceIssuedOn?: string;
            licenceIssuedBy?: string;
            seat?: string;
            representative?: string;
            representativeGender?: string;
            representativeTitle?: string;
        };
        IdentityToApprove: {
            requestId: string;
            /** @enum {string} */
            kind: "party" | "reporter";
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            about: string | null;
            /** @enum {string|null} */
            channel: "phone" | "web" | null;
            /** Format: date-time */
            receivedAt: string | null;
            caseId: string | null;
            number: string | null;
            requestedBy: string;
        };
        ImportChecksDto: {
            checks: components["schemas"]["CheckDto"][];
            /** @enum {string} */
            topic?: "y-te" | "thien-tai" | "nuoc-sach" | "dien" | "thuc-pham" | "tai-chinh" | "lua-dao" | "an-ninh" | "giao-thong" | "giao-duc" | "moi-truong" | "chinh-sach" | "bau-cu" | "khac";
            /** @enum {string} */
            harm?: "low" | "medium" | "high";
            licence?: string;
        };
        ImportClaimsDto: {
            sha256: string;
            leave?: string;
            /** @enum {string} */
            topic?: "y-te" | "thien-tai" | "nuoc-sach" | "dien" | "thuc-pham" | "tai-chinh" | "lua-dao" | "an-ninh" | "giao-thong" | "giao-duc" | "moi-truong" | "chinh-sach" | "bau-cu" | "khac";
            /** @enum {string} */
            harm?: "low" | "medium" | "high";
            licence?: string;
        };
        ImportCounts: {
            new: number;
            similar: number;
            known: number;
            faulty: number;
        };
        ImportDefaultsDto: {
            /** @enum {string} */
            topic?: "y-te" | "thien-tai" | "nuoc-sach" | "dien" | "thuc-pham" | "tai-chinh" | "lua-dao" | "an-ninh" | "giao-thong" | "giao-duc" | "moi-truong" | "chinh-sach" | "bau-cu" | "khac";
            /** @enum {string} */
            harm?: "low" | "medium" | "high";
            licence?: string;
        };
        ImportDone: {
            new: number;
            similar: number;
            known: number;
            faulty: number;
            importId: string;
            drafted: number;
            /** @description these bytes were imported before, and nothing was drafted again */
            again: boolean;
        };
        /** @description What becomes of one record of a file. */
        ImportLine: {
            /** @description the line on which it begins; of ClaimReview its number in the file */
            place: number;
            /** @enum {string} */
            outcome: "faulty" | "known" | "new" | "similar";
            text: string | null;
            /** @description the claim of the registry that says the same already, or the record of this file that did before */
            claimId: string | null;
            samePlace: number | null;
            similar: components["schemas"]["LikeClaim"][];
            /** @description the rating alone does not say that the claim is false: read the review */
            ratingUnclear: boolean;
            /** @enum {string|null} */
            reason: "cells" | "form" | "incomplete" | "no-claim" | "no-date" | "not-false" | "not-json" | "not-object" | "other-language" | null;
            faults: components["schemas"]["stringFieldFault"][];
            lacks: string[];
        };
        /** @description What an import would do; nothing was written. */
        ImportPreview: {
            /** @enum {string} */
            form: "claimreview" | "csv" | "jsonl";
            /** @description binds the import to the bytes that were read */
            sha256: string;
            counts: components["schemas"]["ImportCounts"];
            lines: components["schemas"]["ImportLine"][];
        };
        ImportedList: {
            id: string;
            /** @enum {string} */
            form: "claimreview" | "csv" | "jsonl" | "service";
            importedBy: string;
            importedById: string;
            /** Format: date-time */
            importedAt: string;
            drafted: number;
            /** @description of its claims, those that wait for a second person */
            waiting: number;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        ImportedListPage: {
            items: components["schemas"]["ImportedList"][];
            nextCursor: string | null;
        };
        ItemBoard: {
            items: components["schemas"]["BoardItem"][];
            nextCursor: string | null;
            total: number;
            /** @description how many there are of each state, whichever is asked for */
            states: {
                "asked-back"?: number;
                awaiting?: number;
                reappeared?: number;
                refused?: number;
                "removed-claimed"?: number;
                "restoration-claimed"?: number;
                "restoration-partial"?: number;
                "restoration-refused"?: number;
                restored?: number;
                restricted?: number;
                "verified-removed"?: number;
                withdrawn?: number;
            };
            /** @description of all */
            overdue: number;
            /** Format: date-time */
            officeNow: string;
        };
        /** @description Where a post stands in the queue. */
        ItemOfPost: {
            id: string;
            /** @enum {string} */
            state: "judged" | "merged" | "waiting";
        };
        ItemStepped: {
            version: number;
            /** @enum {string} */
            state: "asked-back" | "awaiting" | "reappeared" | "refused" | "removed-claimed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored" | "restricted" | "verified-removed" | "withdrawn";
        };
        Judged: {
            judgementId: string;
            /** @description how long it can be taken back */
            undoSeconds: number;
            version: number;
        };
        JudgementDto: {
            /** @enum {string} */
            judgement: "false-statement-of-fact" | "true" | "opinion" | "satire" | "question" | "denial-or-correction" | "quotation-or-journalism" | "error-already-corrected" | "cannot-be-verified";
            /** Format: uuid */
            matchId?: string;
            reason?: string;
            again?: boolean;
            version: number;
        };
        /** @description A word in both languages of the office. */
        Label: {
            vi: string;
            en: string;
        };
        /** @description Why an item stands where it stands in the queue. */
        LabelledFactor: {
            /** @enum {string} */
            name: "harm" | "match" | "repetition" | "sample" | "stance" | "unread";
            points: number;
            value: number | string;
            label: components["schemas"]["Label"];
        };
        /** @description What an address showed last. */
        LastSeen: {
            /** @enum {string} */
            observation: "blocked-here" | "fetch-failed" | "gone" | "login-wall" | "present" | "private" | "robot-check" | "unclear";
            /** Format: date-time */
            at: string;
            captureId: string;
        };
        LateTakedown: {
            takedownId: string;
            reference: string;
            /** @enum {string} */
            kind: "removal" | "withdrawal";
            platform: string;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
            version: number;
            caseId: string;
            number: string;
            /** @description its inbox is asked no more */
            nobodyAnswers: boolean;
        };
        LawChoice: {
            key: string;
            label: components["schemas"]["Text"];
        };
        /** @description What a person chooses from when a record or a decision is written: nothing of it is typed. */
        LawChoices: {
            actTypes: components["schemas"]["LawChoice"][];
            places: ("offline" | "social-network" | "website")[];
            subjects: ("individual" | "organisation")[];
            circumstances: components["schemas"]["CircumstanceChoice"][];
            referralSigns: components["schemas"]["LawChoice"][];
            signingRoles: ("accused" | "commune" | "interpreter" | "recorder" | "victim" | "witness")[];
            explanationKinds: ("extended" | "heard" | "hearing-requested" | "waived" | "written")[];
            ends: ("fine" | "none" | "referral" | "remedies" | "warning")[];
            serviceWays: ("electronic" | "in-person" | "posted-up" | "secured-post")[];
            /** @description on a complaint nobody chooses: that follows from its answer */
            annulmentGrounds: ("case-fell" | "error")[];
            complaintWays: ("by-post" | "electronic" | "in-person")[];
            complainants: ("fined" | "representative")[];
            complaintOutcomes: ("rejected" | "upheld")[];
            /** @description how a decision cites each provision, by its id */
            provisions: {
                [key: string]: components["schemas"]["Text"];
            };
        };
        LawPreviewDto: {
            subject: components["schemas"]["SubjectDto"];
            act: components["schemas"]["TimedActDto"];
            provision?: string;
            circumstances?: string[];
            amount?: number;
            signs?: string[];
            refer?: boolean;
        };
        /** @description Who is working on an item, and until when it is theirs. */
        Lease: {
            staffId: string;
            name: string;
            /** Format: date-time */
            until: string;
        };
        LeaseTaken: {
            /** Format: date-time */
            until: string;
        };
        LetGo: {
            asked: string;
            letGo: string;
        };
        /** @description A claim in force that one of the file is like. */
        LikeClaim: {
            claimId: string;
            text: string;
            score: number;
            /** @enum {string|null} */
            strength: "strong" | "suggest" | null;
        };
        Likeness: {
            /** @enum {string} */
            kind: "picture" | "text";
            /** @description so many of 256 bits differ */
            distance: number;
            here: components["schemas"]["Compared"];
            there: components["schemas"]["Compared"];
        };
        Limitation: {
            /** @description the day or days from which it runs */
            from: components["schemas"]["DaySpan"];
            /** @description the last day on which a penalty can be signed; where the start is known by the month only, the safe one */
            lastDay: string;
            /** @description the same for the latest start that is possible */
            latestDay: string;
            /** @enum {string} */
            state: "depends-on-the-day" | "expired" | "not-judged" | "within";
            daysLeft: number | null;
            /** @description the warning that is due, in days before the last day */
            warning: number | null;
        };
        LinkChoice: {
            addressId: string;
            postId: string;
            url: string;
            platform: string;
            author: string | null;
            exact: boolean;
            /** @description whether it stands that its post is false */
            stands: boolean;
            /** @description the exhibits that show it; `session`: what the visitor was shown who bore that, which the letter says without its name */
            evidence: {
                exhibitId: string;
                evidenceId: string;
                sha256: string;
                /** Format: date-time */
                sealedAt: string;
                session: string | null;
            }[];
            /** @description the newest sealed capture of it that is no exhibit of the case yet, and the session that it bore where none shows what the public was shown */
            sealed: {
                evidenceId: string;
                /** Format: date-time */
                sealedAt: string;
                session: string | null;
            } | null;
            asked: {
                id: string;
                reference: string;
            } | null;
        };
        LinkDto: {
            /** Format: uuid */
            addressId: string;
            url?: string;
        };
        /** @description A capture in the list of its post. */
        ListedCapture: {
            id: string;
            postId: string;
            addressId: string;
            url: string;
            /** @enum {string} */
            reason: "inspector" | "report" | "second-look" | "source";
            /** @description as whom the page is visited: one of config/visitors.yaml, or a session */
            visitor: string;
            /** @description by which way it left: direct, or one of CAPTURE_ROUTES */
            route: string;
            orderedBy: string | null;
            /** Format: date-time */
            orderedAt: string;
            /** @enum {string} */
            state: "failed" | "ordered" | "sealed";
            /**
             * Format: date-time
             * @description while it is ordered: its turn at its host has not come
             */
            waitsUntil: string | null;
            /** @description while it is ordered: the session without which it cannot be made */
            waitsFor: string | null;
            /** @enum {string|null} */
            outcome: "blocked" | "complete" | "failed" | "gone" | "partial" | null;
            platform: string | null;
            evidenceId: string | null;
            /**
             * Format: date-time
             * @description the office let it go; its hashes stay
             */
            purgedAt: string | null;
            textSha256: string | null;
            title: string | null;
            author: string | null;
            handle: string | null;
            /** Format: date-time */
            postedAt: string | null;
            ground: components["schemas"]["Ground"] | null;
            /** Format: date-time */
            startedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @enum {string|null} */
            observation: "blocked-here" | "fetch-failed" | "gone" | "login-wall" | "present" | "private" | "robot-check" | "unclear" | null;
            /** Format: date-time */
            observedAt: string | null;
            parts: components["schemas"]["Part"][];
            /** @description of a capture that came to a package */
            seal: components["schemas"]["PackageSeal"] | null;
            /** @description its text is another than that of the look before */
            textChanged: boolean;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        ListedCapturePage: {
            items: components["schemas"]["ListedCapture"][];
            nextCursor: string | null;
        };
        /** @description An account that is locked, and who locked it. */
        LockedAccount: {
            accountId: string;
            name: string;
            title: string;
            email: string;
            /** Format: date-time */
            lockedAt: string;
            lockedBy: string | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        LockedAccountPage: {
            items: components["schemas"]["LockedAccount"][];
            nextCursor: string | null;
        };
        /** @description Until when the fined person may complain, and whether this one came by then; null where nobody can say. */
        Lodging: {
            until: string | null;
            inTime: boolean | null;
        };
        /** @description What the check of the log found, or that it is running still. */
        LogCheck: components["schemas"]["CheckedLog"] | components["schemas"]["CheckingLog"];
        /** @description One event as its bytes stand in the log, and by what they are sealed. */
        LogEntry: {
            publicPart: string;
            officePart: string;
            publicHash: string;
            officeHash: string;
            seal: components["schemas"]["Seal"] | null;
            position: string;
            seq: number | null;
            id: string;
            type: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            officeAt: string;
            actor: string | null;
            actorName: string | null;
            subject: string | null;
            public: {
                [key: string]: unknown;
            };
            office: {
                [key: string]: unknown;
            } | null;
            /** @description what it is about, for a link */
            record: components["schemas"]["LogRecord"] | null;
        };
        LogLine: {
            position: string;
            seq: number | null;
            id: string;
            type: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            officeAt: string;
            actor: string | null;
            actorName: string | null;
            subject: string | null;
            public: {
                [key: string]: unknown;
            };
            office: {
                [key: string]: unknown;
            } | null;
            /** @description what it is about, for a link */
            record: components["schemas"]["LogRecord"] | null;
        };
        LogPage: {
            items: components["schemas"]["LogLine"][];
            nextCursor: string | null;
            sealedTo: number;
            types: string[];
            people: components["schemas"]["LogPerson"][];
        };
        LogPerson: {
            id: string;
            name: string;
        };
        LogRecord: {
            /** @enum {string} */
            kind: "case" | "claim" | "correction" | "penalty" | "staff" | "takedown" | "triage" | "violation";
            id: string;
            label: string | null;
        };
        /** @description How far the chain reaches, and what was found when it was checked last. */
        LogState: {
            sealedTo: number;
            waiting: number;
            check: components["schemas"]["CheckedLog"] | components["schemas"]["CheckingLog"] | null;
        };
        /** @description Somebody read a part of an exhibit, had it verified, or took it along. */
        Look: {
            /** Format: date-time */
            at: string;
            by: string | null;
            part: string;
            /** @description why it was taken along */
            reason: string | null;
        };
        LookAnewDto: {
            /** Format: uuid */
            claimId: string;
            note: string;
            version: number;
        };
        LookDto: {
            reason: string;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        LookPage: {
            items: components["schemas"]["Look"][];
            nextCursor: string | null;
        };
        Made: {
            id: string;
        };
        /** @description By what posts are matched now, and how right it was. */
        MatchingStands: {
            suggest: number;
            strong: number;
            model: string;
            /** @description the trial that put it in force; null: as the product ships it */
            trialId: string | null;
            /** @description over matches of the model in force that people decided */
            curve: components["schemas"]["CurvePoint"][];
            decided: number;
            /** @description decided on matches that an earlier model made, which the curve leaves out */
            decidedEarlier: number;
            recall: components["schemas"]["RecallEstimate"];
        };
        /** @description Who is signed in, with the proof that a call comes from our own page. */
        Me: {
            staffId: string;
            name: string;
            title: string;
            roles: string[];
            rights: string[];
            csrf: string;
            secondFactor: boolean;
            /** @description somebody else chose the password: nothing is open before one's own */
            passwordGiven: boolean;
            /** @enum {string} */
            language: "en" | "vi";
            timeZone: string;
        };
        /** @description A sanction or remedy of the provision: ordered within days of receipt, or left out for a reason. */
        Measure: {
            key: string;
            label: components["schemas"]["Text"];
            days: number | null;
            leftOut: string | null;
        };
        MeasureDto: {
            key: string;
            days?: number;
            leftOut?: string;
        };
        /** @description What is read now beside what was read before; null: too few looks to say. */
        MeasureShare: {
            /** @enum {string} */
            measure: "author" | "found" | "text" | "time";
            now: number | null;
            before: number | null;
            failing: boolean;
        };
        /** @description Both claims as they stand, and what the one that stays would say. */
        MergePreview: {
            claim: components["schemas"]["SideOfMerge"];
            into: components["schemas"]["SideOfMerge"];
            content: components["schemas"]["SaidByClaim"];
            /** @description their days, topic or harm differ: those of the claim that stays count */
            differs: ("days" | "harm" | "topic")[];
        };
        MergeProposed: {
            mergeId: string;
        };
        /** @description A public figure of one month, and the entries of the log that make it. */
        MonthlyFigure: {
            month: string;
            /** @description how many entries, and what they add up to where the figure is a sum */
            count: number;
            sum: number | null;
            list: string;
            page: string;
        };
        MoveClockDto: {
            hours: number;
        };
        /** @description A share that is another than it was. */
        Moved: {
            /** @enum {string} */
            figure: "denial" | "missed" | "precision" | "question" | "spread" | "strong" | "strongPrecision" | "suggested" | "unclear" | "unrelated" | "vietnamese";
            now: components["schemas"]["Share"];
            before: components["schemas"]["Share"];
        };
        /** @description What a reader asked last, to see who reported. */
        MyRequest: {
            id: string;
            /** @enum {string} */
            state: "approved" | "asked" | "expired" | "refused";
            /** Format: date-time */
            openUntil: string | null;
            decisionReason: string | null;
        };
        NameClaimDto: {
            /** Format: uuid */
            claimId: string;
            version?: number;
        };
        /** @description Another claim, by its first wording. */
        NamedClaim: {
            id: string;
            text: string;
        };
        NearDeadline: {
            id: string;
            what: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            caseId: string;
            number: string;
        };
        /** @description What an authenticator takes, as text and as a link. */
        NewSecondFactor: {
            secret: string;
            uri: string;
        };
        /** @description A button of a screen: what it does, and what it still lacks. */
        NextAct: {
            act: string;
            to?: string;
            possible: boolean;
            lacks: string[];
            ownWork: boolean;
        };
        Note: {
            id: string;
            text: string;
            byId: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        NoteDto: {
            version?: number;
            text: string;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        NotePage: {
            items: components["schemas"]["Note"][];
            nextCursor: string | null;
        };
        NumberDto: {
            version: number;
        };
        OfContentDto: {
            contentHash: string;
            version: number;
        };
        OfficeTime: {
            demo: boolean;
            /** Format: date-time */
            officeNow: string;
            offsetHours: number;
        };
        OpenCaseDto: {
            /** Format: uuid */
            postId: string;
            title?: string;
        };
        /** @description A proposal that waits for a second person: that a claim is the same as another, or is not after all. */
        OpenMerge: {
            id: string;
            /** @enum {string} */
            what: "merge" | "reinstate";
            claimId: string;
            intoId: string;
            reason: string;
            proposedBy: string;
            proposedById: string;
            /** Format: date-time */
            proposedAt: string;
        };
        /** @description A record, a decision or an annulment of a case that has not come to its end. */
        OpenPenalty: {
            /** @enum {string} */
            kind: "penalty" | "violation";
            id: string;
            label: string;
            /** @description only this is open, for paying late: the case may close over it for a reason */
            interest: number | null;
        };
        /** @description What the law still asks of the decision, or holds against it. */
        OpenPoints: {
            /** @description what must still be on file before anybody can sign */
            missing: string[];
            asks: components["schemas"]["Ask"][];
            blocks: components["schemas"]["Block"][];
            warnings: components["schemas"]["Doubt"][];
            /** @description blocks and warnings that stand no more, since a lawyer confirmed them on the case */
            confirmed: components["schemas"]["ConfirmedDoubt"][];
            limitation: components["schemas"]["Limitation"] | null;
            windows: components["schemas"]["Windows"] | null;
            /** @description the record by which the same act of the same person is punished already */
            other: components["schemas"]["OtherRecord"] | null;
            /** @description who may sign today, and why others may not */
            competence: components["schemas"]["Competence"][];
        };
        OpenRecordDto: {
            /** @enum {string} */
            kind: "triage" | "case" | "takedown" | "violation" | "penalty" | "correction";
            /** Format: uuid */
            id: string;
        };
        OpenedCase: {
            id: string;
            number: string;
            /** @enum {string} */
            state: "open";
            version: number;
        };
        OpenedReplay: {
            /** @description on the evidence origin; whoever has it sees this one capture */
            url: string;
            /** Format: date-time */
            endsAt: string;
        };
        OrderCaptureDto: {
            /** Format: uuid */
            addressId?: string;
            visitor?: string;
            route?: string;
        };
        OrderedCapture: {
            captureId: string;
        };
        /** @description As far as its reader may know of it. */
        OtherRecord: {
            id: string | null;
            reference: string | null;
        };
        /** @description How the rules in force, or those on trial, do on what people decided. */
        Outcome: {
            suggest: {
                precision: components["schemas"]["Share"] | null;
                recall: components["schemas"]["Share"] | null;
            };
            strong: {
                precision: components["schemas"]["Share"] | null;
                recall: components["schemas"]["Share"] | null;
            };
            /** @description claims shown that nobody decided on */
            undecided: number;
        };
        /** @description A case that rests on a claim that is false no more. */
        OvertakenCase: {
            caseId: string;
            number: string;
            /** @enum {string} */
            state: "closed" | "confirmed" | "dismissed" | "open" | "verifying";
            claimId: string;
            text: string;
            /** Format: date */
            since: string;
            /** @enum {string} */
            cause: "ended" | "retired";
        };
        /** @description A claim that is false no more, and the posts that rest on it, with what that means for each. */
        OvertakenClaim: {
            claimId: string;
            /** @description as it is worded first */
            text: string;
            /**
             * Format: date
             * @description the first day on which it is false no more
             */
            since: string;
            /** @enum {string} */
            cause: "ended" | "retired";
            /** @description how many posts there are by what is to be done with them */
            counts: {
                stillFalse: number;
                lookAnew: number;
                dateUnknown: number;
            };
            /** @description the first ones: those to be looked at anew before the others */
            posts: components["schemas"]["OvertakenPost"][];
        };
        /** @description A claim that is false no more and that a case rests on; what somebody found who looked anew since. */
        OvertakenGround: {
            look: {
                by: string;
                /** Format: date-time */
                at: string;
                note: string;
            } | null;
            claimId: string;
            /** @description as it is worded first */
            text: string;
            /**
             * Format: date
             * @description the first day on which it is false no more
             */
            since: string;
            /** @enum {string} */
            cause: "ended" | "retired";
            /** @description how many posts there are by what is to be done with them */
            counts: {
                stillFalse: number;
                lookAnew: number;
                dateUnknown: number;
            };
            /** @description the first ones: those to be looked at anew before the others */
            posts: components["schemas"]["OvertakenPost"][];
        };
        OvertakenPost: {
            postId: string;
            itemId: string | null;
            /** Format: date */
            postedOn: string | null;
            /** @enum {string} */
            advice: "date-unknown" | "look-anew" | "still-false";
        };
        Overview: {
            /** Format: date-time */
            asOf: string;
            period: components["schemas"]["OverviewPeriod"];
            rises: components["schemas"]["Rise"][];
            waits: components["schemas"]["Waiting"][];
            late: components["schemas"]["Waiting"][];
            done: components["schemas"]["Done"][];
        };
        OverviewPeriod: {
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            days: number;
            before: components["schemas"]["Days"];
        };
        OwnPasswordDto: {
            present: string;
            next: string;
        };
        /** @description What attests a package beside its own hashes. `holds` is what was found when it came; only a verification says whether it still does. */
        PackageSeal: {
            /** @description SHA-256 of `datapackage-digest.json`, and of the public key that signed it */
            digest: string;
            key: string;
            /** @enum {string} */
            timeStamp: "absent" | "holds" | "pending";
            /** @description the oldest first; each later one covers those before it */
            timeStamps: components["schemas"]["TimeStamp"][];
            /** @enum {string} */
            receipt: "absent" | "holds" | "pending";
        };
        PaperDto: {
            why: string;
        };
        Part: {
            name: string;
            sha256: string;
            mediaType: string;
            bytes: number;
            facts: components["schemas"]["PartFacts"];
        };
        /** @description What a part of a capture is beside its bytes; each where it is known. */
        PartFacts: {
            /** @description the part that it was taken from */
            of?: string;
            seconds?: number;
            width?: number;
            height?: number;
            codecs?: string;
            language?: string;
            kind?: string;
            label?: string;
            /** @description joined of so many pieces */
            pieces?: number;
            live?: boolean;
            /** @description something of it is missing */
            partial?: boolean;
        };
        /** @description The name is masked; reading it needs a reason. */
        Party: {
            id: string;
            /** @enum {string} */
            kind: "organisation" | "person";
            /** @enum {string} */
            role: "accused" | "other" | "reporter" | "witness";
            isStaff: boolean;
            /** @description a colleague who may know nothing of the case, until somebody lifts that */
            bars: boolean;
            /** @description entered by the reader */
            mine: boolean;
            name: string;
            masked: boolean;
            addedBy: string;
            /** Format: date-time */
            addedAt: string;
            reads: number;
            /** @description of a reporter: what the reader asked last, to see the name */
            identity: components["schemas"]["MyRequest"] | null;
        };
        PartyDto: {
            version?: number;
            /** @enum {string} */
            kind: "person" | "organisation";
            /** @enum {string} */
            role: "accused" | "witness" | "reporter" | "other";
            name: string;
            /** Format: uuid */
            staffId?: string;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        PartyPage: {
            items: components["schemas"]["Party"][];
            nextCursor: string | null;
        };
        PasswordGiven: {
            /** @description told this once; whoever signs in with it chooses their own before anything else */
            password: string;
        };
        PaymentDto: {
            amount: number;
            interest?: number;
            receipt: string;
            on: string;
            version: number;
        };
        PaymentRow: {
            id: string;
            amount: number;
            interest: number;
            receipt: string;
            on: string;
            /** @description the annulment that was written or issued when it came in */
            annulmentId: string | null;
        };
        Penalty: {
            /** @enum {string} */
            route: "administrative" | "criminal-referral" | "no-provision";
            subject: {
                /** @enum {string} */
                kind: "individual" | "organisation";
                age: number | null;
            };
            decidedOn: string | null;
            /** @description the version of the law of fines */
            rule: {
                key: string;
                name: components["schemas"]["Text"];
                cites: components["schemas"]["Text"];
            };
            acts: components["schemas"]["ActResult"][];
            /** @description each settled amount, and their sum; null while an act is open or where no fine is possible */
            amounts: (number | null)[];
            total: number | null;
            asks: components["schemas"]["Ask"][];
            blocks: components["schemas"]["Block"][];
            warnings: components["schemas"]["Doubt"][];
            /** @description nothing is open and nothing stands against it: the day and the signer are told, every question is answered */
            signable: boolean;
        };
        PenaltyAct: {
            act: string;
            to?: string;
            possible: boolean;
            lacks: string[];
            ownWork: boolean;
            /** @description what is signed, sent back or drawn up is named by its hash */
            contentHash?: string;
            /** @description it asks for a second factor that was shown a few minutes ago */
            stepUp?: boolean;
        };
        /** @description All that a decision says: what the signer signs, by its hash. The day, the number and the signer stand on the signature. */
        PenaltyDecision: {
            /** @enum {number} */
            format: 1;
            /** @enum {string} */
            kind: "decision";
            /** @enum {string} */
            end: "fine" | "none" | "referral" | "remedies" | "warning";
            caseNumber: string;
            record: {
                id: string;
                reference: string;
                sha256: string;
                drawnOn: string;
            };
            subject: components["schemas"]["Subject"];
            act: components["schemas"]["RecordedAct"];
            /** @description null where none is applied: referral, or nothing at all */
            provision: {
                id: string;
                citation: components["schemas"]["Text"];
                act: components["schemas"]["Text"];
                reason: string | null;
            } | null;
            /** @description as printed, for organisations; for this kind of subject; and where the part of an individual stands */
            frame: {
                printed: components["schemas"]["Frame"];
                subject: components["schemas"]["Frame"];
                halving: components["schemas"]["Text"];
            } | null;
            rule: {
                key: string;
                name: components["schemas"]["Text"];
                cites: components["schemas"]["Text"];
            };
            circumstances: {
                mitigating: components["schemas"]["Circumstance"][];
                aggravating: components["schemas"]["Circumstance"][];
            };
            /** @description each step as it was computed; the amount is null where there is no fine */
            sum: {
                /** @enum {string} */
                outcome: "between" | "maximum" | "midpoint" | "minimum" | "not-liable" | "warning-only";
                /** @description what the law gives, or what a person decided inside it; null where no fine may be imposed or nobody has decided yet */
                amount: number | null;
                /** @description with exactly one circumstance left: the ends of what a person may decide, and what the office's policy proposes */
                between: components["schemas"]["Frame"] | null;
                steps: components["schemas"]["Step"][];
            } | null;
            decided: components["schemas"]["DecidedAmount"] | null;
            additional: components["schemas"]["Measure"][];
            remedies: components["schemas"]["Measure"][];
            explanation: {
                right: boolean;
                answers: {
                    explanationId: string;
                    answer: string;
                }[];
            };
            crime: {
                signs: string[];
                refer: boolean | null;
                reason: string | null;
            };
            /** @description why, in the words of legal staff */
            ground: string;
            exhibits: components["schemas"]["ExhibitRef"][];
            /** @description days from receipt within which a fine is paid */
            payWithin: number | null;
            /** @description what it is printed with, by its hash; null where the office has no form */
            printing?: string | null;
        };
        /** @description One decision with every version, who signed it, what became of it, what stands against it, and what may be done. */
        PenaltyFile: {
            content: components["schemas"]["DecisionContent"];
            contentHash: string;
            /** @description the fine as the paper spells it out, in Vietnamese */
            amountInWords: string | null;
            /** @description of a decision: claims that the case rests on and that are false no more */
            overtaken: components["schemas"]["OvertakenClaim"][];
            versions: components["schemas"]["DecisionVersion"][];
            /** @description of the newest version */
            signature: {
                signer: string;
                /** Format: date */
                signedOn: string;
                title: string;
                body: string;
                delegation: string | null;
            } | null;
            services: components["schemas"]["ServiceLine"][];
            /** @description of an annulment: those of the decision that it takes back */
            payments: components["schemas"]["PaymentRow"][];
            /** @description null where there is no fine */
            debt: components["schemas"]["Debt"] | null;
            /** @description of an annulment nothing: what came in stands on the decision that it takes back */
            refund: {
                owed: number;
                made: components["schemas"]["RefundLine"][];
            };
            /** @description how many of each came before those that are told */
            older: {
                versions: number;
                services: number;
                refunds: number;
                complaints: number;
            };
            annulment: {
                id: string;
                /** @enum {string} */
                state: "annulled" | "cancelled" | "draft" | "late" | "numbered" | "paid" | "refunded" | "served" | "signed";
            } | null;
            /** @description about this decision: the one that stands, then the newest first */
            complaints: components["schemas"]["ComplaintFile"][];
            document: components["schemas"]["DocumentState"];
            open: components["schemas"]["OpenPoints"];
            next: components["schemas"]["PenaltyAct"][];
            id: string;
            violationId: string;
            caseId: string;
            caseNumber: string;
            /** @enum {string} */
            kind: "annulment" | "decision";
            annuls: string | null;
            /** @enum {string} */
            state: "annulled" | "cancelled" | "draft" | "late" | "numbered" | "paid" | "refunded" | "served" | "signed";
            version: number;
            /** @description who may sign it sent its newest version back */
            returned: boolean;
            /** @enum {string|null} */
            end: "fine" | "none" | "referral" | "remedies" | "warning" | null;
            provision: string | null;
            /** @enum {string|null} */
            subject: "individual" | "organisation" | null;
            amount: number | null;
            number: string | null;
            /** Format: date */
            issuedOn: string | null;
            /** Format: date */
            servedOn: string | null;
            /** Format: date */
            dueOn: string | null;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description What a list says of a decision, or of the annulment of one. */
        PenaltyLine: {
            id: string;
            violationId: string;
            caseId: string;
            caseNumber: string;
            /** @enum {string} */
            kind: "annulment" | "decision";
            annuls: string | null;
            /** @enum {string} */
            state: "annulled" | "cancelled" | "draft" | "late" | "numbered" | "paid" | "refunded" | "served" | "signed";
            version: number;
            /** @description who may sign it sent its newest version back */
            returned: boolean;
            /** @enum {string|null} */
            end: "fine" | "none" | "referral" | "remedies" | "warning" | null;
            provision: string | null;
            /** @enum {string|null} */
            subject: "individual" | "organisation" | null;
            amount: number | null;
            number: string | null;
            /** Format: date */
            issuedOn: string | null;
            /** Format: date */
            servedOn: string | null;
            /** Format: date */
            dueOn: string | null;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        PenaltyLineCountedPage: {
            items: components["schemas"]["PenaltyLine"][];
            nextCursor: string | null;
            total: number;
        };
        /** @description A draft that cannot be signed yet. */
        PenaltyNotYet: {
            violationId: string;
            /** @description null while nothing is decided */
            penaltyId: string | null;
            reference: string;
            caseId: string;
            caseNumber: string;
            number: string | null;
            /** @enum {string|null} */
            kind: "annulment" | "decision" | null;
            /** @enum {string|null} */
            end: "fine" | "none" | "referral" | "remedies" | "warning" | null;
            amount: number | null;
            /** @enum {string} */
            why: "accept-complaint" | "answer" | "answer-complaint" | "approve-answer" | "approve-refusal" | "confirm-right" | "decide" | "draw" | "late" | "number" | "refund" | "returned" | "returned-answer" | "serve" | "sign";
            /** Format: date-time */
            at: string;
            dueOn: string | null;
            lacks: string[];
            /** @description where an explanation is waited for: the first day on which it is not */
            from: string | null;
        };
        PenaltyStepped: {
            version: number;
            id: string;
            /** @enum {string} */
            state: "annulled" | "cancelled" | "draft" | "late" | "numbered" | "paid" | "refunded" | "served" | "signed";
            contentHash: string;
            /** @description the official number, once it is given */
            number: string | null;
        };
        /** @description A violation record, or what is decided on it, that waits for the next act. */
        PenaltyToDo: {
            violationId: string;
            /** @description null while nothing is decided */
            penaltyId: string | null;
            reference: string;
            caseId: string;
            caseNumber: string;
            number: string | null;
            /** @enum {string|null} */
            kind: "annulment" | "decision" | null;
            /** @enum {string|null} */
            end: "fine" | "none" | "referral" | "remedies" | "warning" | null;
            amount: number | null;
            /** @enum {string} */
            why: "accept-complaint" | "answer" | "answer-complaint" | "approve-answer" | "approve-refusal" | "confirm-right" | "decide" | "draw" | "late" | "number" | "refund" | "returned" | "returned-answer" | "serve" | "sign";
            /** Format: date-time */
            at: string;
            dueOn: string | null;
        };
        /** @description Whom a violation record is about, and who was present. */
        PeopleOfViolation: {
            id: string;
            accused: string;
            details: components["schemas"]["IdentityDetails"] | null;
            present: {
                id: string;
                /** @enum {string} */
                role: "accused" | "commune" | "interpreter" | "recorder" | "victim" | "witness";
                name: string;
                details: components["schemas"]["PresenceDetails"];
            }[];
        };
        /** @description So many in the period, and in as many days before. */
        PeriodMeasure: {
            list: string;
            page: string;
            now: number;
            before: number;
            difference: number;
            /** @description null: too few before to say it in percent */
            percent: number | null;
        };
        PictureSize: {
            width: number;
            height: number;
        };
        PlacedWord: {
            text: string;
            /** @description where it stands in the text of the reading */
            start: number;
            end: number;
            confidence: number;
            /** @description in pixels of the picture as a browser shows it */
            box: {
                left: number;
                top: number;
                width: number;
                height: number;
            };
        };
        PlatformHealth: {
            platform: string;
            captures: number;
            failing: boolean;
            shares: components["schemas"]["MeasureShare"][];
            days: components["schemas"]["HealthDay"][];
        };
        /** @description How well the pages of each platform were read in the last days, as the public is shown them; counts alone, of no post and no person. */
        PlatformHealthReport: {
            recentDays: number;
            days: number;
            platforms: components["schemas"]["PlatformHealth"][];
            /** @description sessions that their networks know no more */
            signedOut: components["schemas"]["SignedOutProfile"][];
        };
        PostAddress: {
            addressId: string;
            /** @enum {string} */
            kind: "picture" | "text" | "url";
            url: string | null;
            evidenceId: string | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        PostAddressPage: {
            items: components["schemas"]["PostAddress"][];
            nextCursor: string | null;
        };
        PostJudgement: {
            /** @enum {string} */
            judgement: "cannot-be-verified" | "denial-or-correction" | "error-already-corrected" | "false-statement-of-fact" | "opinion" | "question" | "quotation-or-journalism" | "satire" | "true";
            /** Format: date-time */
            at: string;
            by: string | null;
            reason: string | null;
            claimVersionId: string | null;
            claim: {
                claimId: string;
                topic: string;
                text: string;
                truth: string;
            } | null;
        };
        /** @description What a record says of somebody present beside the name: of a witness, of who stands for the commune, of an interpreter. */
        PresenceDetails: {
            occupation?: string;
            address?: string;
            title?: string;
            agency?: string;
        };
        PresenceDetailsDto: {
            occupation?: string;
            address?: string;
            title?: string;
            agency?: string;
        };
        PresenceDto: {
            contentHash: string;
            version: number;
            /** @enum {string} */
            role: "accused" | "recorder" | "witness" | "commune" | "victim" | "interpreter";
            name: string;
            details?: components["schemas"]["PresenceDetailsDto"];
            signed: boolean;
            reason?: string;
        };
        /** @description Somebody who has the record open. */
        Present: {
            staffId: string;
            name: string;
        };
        PresentDto: {
            witness?: boolean;
            commune?: boolean;
            interpreter?: boolean;
            victim?: boolean;
        };
        Printed: {
            id: string;
            form: string;
            formVersion: number;
            sha256: string;
            bytes: number;
            /** Format: date-time */
            printedAt: string;
        };
        /** @description RFC 9457. Some codes add members of their own, such as `errors`, field by field. */
        Problem: {
            type: string;
            /** @description In the language that the caller prefers */
            title: string;
            status: number;
            /** @enum {string} */
            code: "already-asked" | "already-exhibited" | "already-in-case" | "already-issued" | "already-judged" | "already-leaving" | "already-sent" | "annulment-exists" | "answer-lost" | "archive-bomb" | "archive-in-archive" | "archive-locked" | "archive-names" | "bad-csrf" | "bad-link" | "bad-paper" | "bad-picture" | "bad-recipient" | "barred-from-list" | "batch-settled" | "blank-left" | "broken-file" | "busy" | "calendar-short" | "case-lacks" | "case-not-open" | "case-rests-on-it" | "checklist-open" | "claim-gone" | "claim-has-draft" | "claim-holds-others" | "claim-incomplete" | "claim-needed" | "claim-not-false-then" | "claim-not-in-force" | "claim-too-long" | "clock-too-far" | "code-needed" | "complaint-exists" | "complaint-lacks" | "complaint-needed" | "content-changed" | "cookies-unreadable" | "correction-exists" | "correction-lacks" | "decision-open" | "delegation-undated" | "document-incomplete" | "document-too-large" | "email-taken" | "evidence-damaged" | "exhibit-damaged" | "fact-checks-many" | "fact-checks-off" | "fact-checks-refused" | "fact-checks-silent" | "fact-checks-unreadable" | "fall-proposed-already" | "forbidden" | "foreign-evidence" | "foreign-exhibit" | "foreign-link" | "held-already" | "idempotency-key" | "idempotency-mismatch" | "identity-asked" | "identity-expired" | "identity-not-approved" | "import-too-large" | "import-unreadable" | "insecure-host" | "internal" | "invalid" | "judgement-settled" | "last-approver" | "law-confirmed-already" | "leased" | "list-name-taken" | "merged-away" | "missing" | "no-chat" | "no-contact" | "no-cookies-for-hosts" | "no-draft" | "no-form" | "no-link-to-capture" | "no-model" | "no-release-proposed" | "no-right-to-explain" | "no-such-claim" | "no-such-receipt" | "no-such-route" | "no-such-step" | "no-such-visitor" | "no-template" | "no-words" | "nobody-oversees" | "not-a-paper" | "not-accused" | "not-assignable" | "not-complained-about" | "not-held" | "not-judged-false" | "not-overtaken" | "not-printed" | "not-signed-in" | "nothing-due" | "nothing-reported" | "nothing-to-compare" | "nothing-to-import" | "numbers-used-up" | "other-platform" | "out-of-time" | "overpaid" | "own-account" | "own-bar" | "own-batch" | "own-claim" | "own-draft" | "own-fall" | "own-identity-request" | "own-merge" | "own-password-reset" | "own-release" | "own-reopening" | "own-reset" | "own-retirement" | "own-rights" | "own-second-factor" | "own-sending" | "own-signature" | "own-trial" | "own-unlock" | "package-unreadable" | "paper-needed" | "paper-too-early" | "password-given" | "past-deadline" | "penalty-exists" | "penalty-lacks" | "post-fell" | "profile-name-taken" | "profile-of-other-hosts" | "purged" | "reason-needed" | "receipt-known" | "record-drawn" | "release-proposed-already" | "reopening-proposed-already" | "reply-time" | "reset-proposed" | "right-differs" | "same-key-running" | "same-password" | "second-factor-enrolled" | "second-factor-needed" | "second-factor-not-begun" | "stale" | "step-reason-needed" | "step-up-needed" | "strong-below-suggest" | "submission-key" | "takedown-lacks" | "taken-for-a-reason" | "title-unknown" | "too-large" | "too-many" | "too-many-files" | "too-many-lists" | "too-many-papers" | "trial-outdated" | "trial-running" | "undo-too-late" | "unknown-file" | "unknown-platform" | "unread-file" | "used-password" | "violation-exists" | "violation-lacks" | "weak-password" | "withdrawal-exists" | "withdrawal-open" | "wrong-code" | "wrong-password" | "wrong-sign-in";
            /** @description The id of the request, as in x-request-id */
            instance?: string;
            errors?: {
                path: string;
                /** @description The check that it did not pass; stable, unlike the message */
                rule: string;
                /** @description In English, for whoever writes a client */
                message: string;
                /** @description The least that the check takes: of a number, of characters, of entries */
                min?: number;
                /** @description The most that it takes */
                max?: number;
                /**
                 * Format: date
                 * @description The first day that it takes
                 */
                first?: string;
                /**
                 * Format: date
                 * @description The last day that it takes
                 */
                last?: string;
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description A session as whoever orders a capture may choose it. */
        ProfileChoice: {
            name: string;
            hosts: string[];
        };
        ProfileKept: {
            id: string;
            version: number;
        };
        /** @description A session of the office at a network, as whoever keeps it reads it; of what opens it, nothing is told. */
        ProfileLine: {
            id: string;
            /** @description as whom captures are ordered */
            name: string;
            /** @description on which device: one of config/visitors.yaml */
            visitor: string;
            platform: string;
            hosts: string[];
            /** @enum {string} */
            state: "ended" | "signed-in" | "signed-out";
            /** Format: date-time */
            since: string;
            /** @description grows with each renewal */
            version: number;
            givenBy: string;
            /** Format: date-time */
            givenAt: string;
            /** @description captures that wait for it */
            waiting: number;
        };
        /** @description With the devices that a session may be given for. */
        ProfilePage: {
            items: components["schemas"]["ProfileLine"][];
            nextCursor: string | null;
            visitors: string[];
        };
        ProposeMergeDto: {
            reason: string;
            version: number;
            intoVersion: number;
            /** Format: uuid */
            intoId: string;
        };
        ProposeReinstatementDto: {
            reason: string;
            version: number;
        };
        ProposeRetirementDto: {
            reason: string;
            version: number;
        };
        ProposeWithdrawalDto: {
            reason: string;
            version: number;
        };
        ProposedMerge: {
            claim: components["schemas"]["SideOfMerge"];
            into: components["schemas"]["SideOfMerge"];
            content: components["schemas"]["SaidByClaim"];
            /** @description their days, topic or harm differ: those of the claim that stays count */
            differs: ("days" | "harm" | "topic")[];
            merge: components["schemas"]["OpenMerge"];
        };
        ProvisionChoice: {
            id: string;
            reason: string;
        };
        ProvisionDto: {
            id: string;
            reason: string;
        };
        PublicFigure: {
            figure: string;
            label: components["schemas"]["Label"];
            event: string;
            money: boolean;
            months: components["schemas"]["MonthlyFigure"][];
        };
        PublicFigures: {
            asOf: components["schemas"]["AsOf"];
            figures: components["schemas"]["PublicFigure"][];
        };
        PublishDto: {
            contentHash: string;
            version: number;
        };
        /** @description The keys by which packages of evidence are signed, the newest first. */
        PublishedPackageKeys: {
            keys: {
                /** @description SHA-256 over the DER bytes of the public key */
                fingerprint: string;
                /** @description when it began to sign, and when another followed; null while it signs */
                from: string;
                to: string | null;
                /** @description the file that holds it, beside this one */
                file: string;
            }[];
        };
        /** @description A list of what is due: the house proposes it, one person submits it, another lets it go. */
        PurgeBatch: {
            id: string;
            class: string;
            /** @enum {string} */
            kind: "capture" | "file" | "party" | "report" | "reporter" | "source";
            rule: components["schemas"]["PurgeRule"];
            /** @enum {string} */
            state: "approved" | "declined" | "done" | "proposed" | "submitted";
            version: number;
            /** Format: date-time */
            proposedAt: string;
            submittedBy: string | null;
            /** @description this reader submitted it, so somebody else decides */
            mine: boolean;
            /** Format: date-time */
            submittedAt: string | null;
            submissionReason: string | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            decisionReason: string | null;
            /** Format: date-time */
            doneAt: string | null;
            counts: components["schemas"]["PurgeCounts"];
        };
        PurgeBatchCountedPage: {
            items: components["schemas"]["PurgeBatch"][];
            nextCursor: string | null;
            total: number;
        };
        PurgeCounts: {
            all: number;
            /** @description still to go */
            due: number;
            /** @description somebody kept it for a reason */
            kept: number;
            /** @description held, or no longer due, when it was to go */
            refused: number;
            purged: number;
        };
        PurgeItem: {
            id: string;
            /** @enum {string} */
            kind: "capture" | "file" | "party" | "report" | "reporter" | "source";
            refId: string;
            postId: string | null;
            caseId: string | null;
            caseNumber: string | null;
            /** @description which it is: the address of a capture, the channel of a report, the role of a party, the media type of a file */
            about: string | null;
            /**
             * Format: date-time
             * @description from when its time counts, and when it was over
             */
            since: string;
            /** Format: date-time */
            dueAt: string;
            /** @enum {string} */
            state: "due" | "kept" | "purged" | "refused";
            /** @enum {string|null} */
            said: "declined" | "held" | "not-due" | null;
            reason: string | null;
            settledBy: string | null;
            /** Format: date-time */
            settledAt: string | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        PurgeItemPage: {
            items: components["schemas"]["PurgeItem"][];
            nextCursor: string | null;
        };
        /** @description By what something is due, as it stood when it was proposed. */
        PurgeRule: {
            label: components["schemas"]["Label"];
            from: string;
            keep: string;
            set_by: string;
            ground: components["schemas"]["Label"];
        };
        /** @description A list of what is due to be purged, which somebody else asks to let go. */
        PurgeToDecide: {
            batchId: string;
            label: components["schemas"]["Label"];
            /** @description how many things would go */
            items: number;
            reason: string | null;
            submittedBy: string;
            /** Format: date-time */
            submittedAt: string;
        };
        ReadWords: {
            /** @enum {string} */
            kind: "picture" | "subtitles";
            /** @description how sure the machine is of it, 0 to 100; subtitles are words already */
            confidence: number | null;
            text: string;
        };
        Ready: {
            /** @enum {boolean} */
            ready: true;
        };
        /** @description Why: a code with its values; the reader's words for it lie with the reader. */
        Reason: {
            /** @enum {string} */
            code: "text-cut";
            at: number;
        } | {
            /** @enum {string} */
            code: "cue";
            kind: string;
            words: string;
            start: number;
            end: number;
        } | {
            /** @enum {string} */
            code: "in-picture";
            part: string;
            confidence: number;
        } | {
            /** @enum {string} */
            code: "in-subtitles";
            part: string;
        } | {
            /** @enum {string} */
            code: "words";
            share: number;
            words: string[];
        } | {
            /** @enum {string} */
            code: "pairs";
            share: number;
        } | {
            /** @enum {string} */
            code: "repaired";
            what: string[];
        } | {
            /** @enum {string} */
            code: "numbers-differ";
            words: string[];
        } | {
            /** @enum {string} */
            code: "date-unknown";
        } | {
            /** @enum {string} */
            code: "without-marks";
        };
        ReasonDto: {
            reason: string;
            version: number;
        };
        RecallEstimate: {
            /** @description posts whose suggested claim a person confirmed */
            found: number;
            /** @description posts that nothing was suggested for */
            low: number;
            judged: number;
            missed: number;
            /** @description null until somebody has judged a post of the sample */
            recall: components["schemas"]["Share"] | null;
        };
        ReceiptCodeDto: {
            code: string;
        };
        ReceiptLine: {
            /** Format: date-time */
            at: string;
            line: string;
            /** @description where the reporter can read on */
            path?: string;
        };
        /** @description What became of a report, as far as its reporter may know. */
        ReceiptStory: {
            /** @enum {string} */
            state: "asked" | "in-case" | "looked-at" | "no-false-statement" | "received" | "removed";
            /** Format: date-time */
            receivedAt: string;
            lines: components["schemas"]["ReceiptLine"][];
        };
        /** @description The code by which whoever reported asks what became of it. */
        Received: {
            receipt: string;
            /** @enum {string} */
            state: "received";
        };
        /** @description What a record asks beside the act. Null: nobody asked, and its place on the paper stays blank. */
        RecordAnswers: {
            /** @description whether there is somebody of that role; who, stands on their signature */
            present: {
                commune: boolean | null;
                interpreter: boolean | null;
                victim: boolean | null;
                witness: boolean | null;
            };
            said: {
                accused: components["schemas"]["Said"] | null;
                victim: components["schemas"]["Said"] | null;
                witness: components["schemas"]["Said"] | null;
            };
            /** @description what was done so that it stops */
            preventive: components["schemas"]["Said"] | null;
            appear: components["schemas"]["Summons"] | null;
            /**
             * Format: date-time
             * @description when the drawing up began and ended
             */
            began: string | null;
            /** Format: date-time */
            closed: string | null;
        };
        RecordAnswersDto: {
            present?: components["schemas"]["PresentDto"];
            said?: components["schemas"]["SaidByDto"];
            preventive?: components["schemas"]["SaidDto"];
            appear?: components["schemas"]["SummonsDto"];
            began?: string;
            closed?: string;
        };
        /** @description The act as the inspector found it; the answers about time are a person's. */
        RecordedAct: {
            types: string[];
            /** @enum {string} */
            where: "offline" | "social-network" | "website";
            started: components["schemas"]["DaySpan"];
            /** @description why it began on another day than the post tells of itself */
            startedReason?: string | null;
            discovered: components["schemas"]["DaySpan"] | null;
            status: components["schemas"]["Status"] | null;
            facts: string;
            /** @description the file came back from the police, whose time the law adds */
            returnedByPolice: boolean;
            /** @description the day on which evasion stopped: limitation runs anew from it */
            evasionEnded: string | null;
        };
        RefundDto: {
            receipt: string;
            on: string;
            version: number;
        };
        RefundLine: {
            amount: number;
            receipt: string;
            /** Format: date */
            on: string;
        };
        /** @description A single public act, without anybody's identity, as it stands after everything that took it back. */
        RegisterEntry: {
            act: string;
            seq: number;
            kind: string;
            /** Format: date */
            day: string;
            platform: string;
            topic: string;
            basis: string;
            asked: number;
            removed: number;
            /** @description of a decision how it ended, by which provision, for whom; none otherwise */
            end: string;
            provision: string;
            subject: string;
            amount: number | null;
            outcome: string;
            /** Format: date */
            changedDay: string;
        };
        RegisterPage: {
            /** @description the last event of the log that is counted in it */
            asOf: number;
            items: components["schemas"]["RegisterEntry"][];
            /** @description the number that the next page is asked after, or null at the end */
            nextAfter: number | null;
        };
        Release: {
            reason: string;
            proposedBy: string;
            /** @description this reader proposed it, so somebody else decides */
            mine: boolean;
            /** Format: date-time */
            proposedAt: string;
            /** @enum {string|null} */
            decision: "approved" | "declined" | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            decisionReason: string | null;
        };
        ReleaseDecisionDto: {
            version: number;
            /** @enum {string} */
            decision: "approved" | "declined";
            reason?: string;
        };
        /** @description A legal hold of which somebody else proposes that it ends. */
        ReleaseToDecide: {
            releaseId: string;
            caseId: string;
            number: string;
            reason: string | null;
            proposedBy: string;
            /** Format: date-time */
            proposedAt: string;
        };
        RenewProfileDto: {
            cookies: string;
            version: number;
        };
        ReplyDto: {
            /** @enum {string} */
            reply: "removed-claimed" | "refused" | "restricted" | "restoration-claimed" | "restoration-refused" | "restoration-partial";
            text?: string;
            receivedAt?: string;
            /** Format: uuid */
            exhibitId?: string;
            version?: number;
        };
        ReportDto: {
            url?: string;
            text?: string;
            note?: string;
            contact?: components["schemas"]["ContactDto"];
        };
        ReportFormDto: {
            url?: string;
            text?: string;
            note?: string;
            contact?: components["schemas"]["ContactDto"];
            key?: string;
            /** @enum {string} */
            lang?: "vi" | "en";
        };
        ReportLine: {
            id: string;
            /** @enum {string} */
            channel: "phone" | "web";
            /** @enum {string} */
            kind: "link" | "picture" | "text";
            url: string | null;
            text: string | null;
            addressId: string;
            note: string | null;
            postId: string;
            postReports: number;
            enteredBy: string | null;
            /** Format: date-time */
            receivedAt: string;
            hasContact: boolean;
            /** @description what the reader asked last, to see who reported */
            identity: components["schemas"]["MyRequest"] | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        ReportLinePage: {
            items: components["schemas"]["ReportLine"][];
            nextCursor: string | null;
        };
        /** @description All that a request says and where it goes: what a second person approves, by its hash. */
        RequestContent: {
            /** @enum {number} */
            format: 1;
            /** @enum {string} */
            kind: "removal" | "withdrawal";
            reference: string;
            caseNumber: string;
            withdraws: string | null;
            platform: string;
            way: string;
            recipient: string;
            /** @enum {string} */
            language: "en" | "vi";
            legalBasis: string | null;
            template: {
                form: string;
                version: number;
            };
            fields: {
                [key: string]: string;
            };
            subject: string;
            body: string;
            items: components["schemas"]["ContentItem"][];
        };
        /** @description A case that stands on the judgement of a post. */
        RestingCase: {
            id: string;
            number: string;
            open: boolean;
        };
        /** @description What rests on a claim, as far as the reader may know of it. */
        RestsOnClaim: {
            /** @description open posts of the queue that say it for sure; null: the reader may not read the queue */
            queue: number | null;
            cases: components["schemas"]["CasesOnClaim"];
            /** @description requests that have not left, and decisions that nobody has signed */
            drafts: components["schemas"]["DraftsOnClaim"];
        };
        /** @description Why a claim leaves the registry, who proposed it and, once it is decided, who agreed. */
        Retirement: {
            reason: string;
            proposedBy: string;
            proposedById: string;
            /** Format: date-time */
            proposedAt: string;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        /** @description How many were sent again, and how many of them are left for another call. */
        Retried: {
            retried: number;
            left: number;
        };
        /** @description What became of work that was sent again within the last day. */
        RetriedWork: {
            handler: string;
            waiting: number;
            done: number;
            /** @description given up once more */
            dead: number;
            meaning: components["schemas"]["Label"];
        };
        RetryDto: {
            handler: string;
        };
        ReturnClaimDto: {
            reason: string;
            version: number;
        };
        ReturnDto: {
            reason: string;
            version: number;
            contentHash: string;
        };
        ReturnPenaltyDto: {
            contentHash: string;
            version: number;
            reason: string;
        };
        ReturnTakedownDto: {
            contentHash: string;
            reason: string;
            version: number;
        };
        /** @description What hangs on a case. Before a fall it says what a fall would do; after it, how far it is undone. */
        Reversal: {
            caseId: string;
            fell: boolean;
            lines: components["schemas"]["ReversalLine"][];
            /** @description drafts that this reader can approve now */
            waiting: number;
            /** @description lines that are not at their end, whoever has to act, or nobody but the clock */
            open: number;
        };
        /** @description What a second person approves, by its hash. */
        ReversalDraft: {
            /** @enum {string} */
            kind: "annulment" | "correction" | "withdrawal";
            id: string;
            version: number;
            contentHash: string;
            approved: boolean;
            stepUp: boolean;
            /** @description what the reader may do about it; null where it is not for them */
            mine: {
                possible: boolean;
                lacks: string[];
                ownWork: boolean;
            } | null;
        };
        /** @description One thing that hangs on the case: how far it is undone, or what a fall would make of it. */
        ReversalLine: {
            /** @enum {string} */
            kind: "correction" | "exhibits" | "links" | "penalty" | "receipts" | "refund" | "register" | "takedown" | "violation";
            /** @description the record to open */
            id: string;
            label: string;
            /** @enum {string} */
            state: "annulled" | "annulment-drafted" | "annulment-issued" | "annulment-signed" | "asked-back" | "cancelled" | "claim-retired" | "correction-stands" | "correction-withdrawn" | "kept" | "leaving" | "look-again" | "not-asked-back" | "not-shown" | "pending" | "refund-after-annulment" | "refund-due" | "refunded" | "refused-back" | "said-back" | "seen-back" | "shown" | "shown-taken-back" | "still-shown" | "told" | "will-annul" | "will-ask-back" | "will-cancel" | "will-look-again" | "will-propose-withdrawal" | "will-refund" | "will-withdraw" | "withdrawal-approved" | "withdrawal-drafted" | "withdrawal-leaving" | "withdrawal-proposed" | "withdrawal-undeliverable" | "withdrawn";
            done: boolean;
            /** @description so many of so many, or so much money */
            n: number | null;
            of: number | null;
            /** @description how the register showed it when the case fell, and shows it now */
            was: string | null;
            now: string | null;
            told: {
                state: string;
                n: number;
            }[];
            /** @description what comes next, and by which right, whoever reads this */
            next: {
                act: string;
                right: string;
            } | null;
            draft: components["schemas"]["ReversalDraft"] | null;
        };
        RightDto: {
            right: boolean;
            version: number;
        };
        /** @description What is told of more than before. */
        Rise: {
            /** @enum {string} */
            kind: "claim" | "platform" | "topic";
            key: string;
            /** @description the first wording of a claim; topics and platforms have their words in the glossary */
            label: string | null;
            reports: components["schemas"]["PeriodMeasure"];
            posts: components["schemas"]["PeriodMeasure"];
        };
        RoleDto: {
            role: string;
        };
        RoleToApprove: {
            proposalId: string;
            role: string;
            /** @description what the role lets its holder do */
            rights: string[];
            name: string;
            title: string;
            /** @description the roles that this person has already */
            hasRoles: string[];
            proposedBy: string | null;
            /** Format: date-time */
            proposedAt: string;
            /** @description what ended the role that is proposed anew, whose act that was, and when */
            reset: {
                /** @enum {string} */
                what: "password" | "second-factor";
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        /** @description When posts came to be matched by other thresholds or another model. */
        RulesSwitch: {
            /** Format: date */
            on: string;
            /** @description the trial that put them in force; null: the product ships them so */
            trialId: string | null;
            trialNumber: number | null;
            suggest: number;
            strong: number;
            model: string;
        };
        /** @description What was said to a question; null where there was nothing to say. */
        Said: {
            words: string | null;
        };
        SaidByClaim: {
            topic: string;
            /** @enum {string} */
            harm: "high" | "low" | "medium";
            wordings: components["schemas"]["Wording"][];
            truth: string;
            sources: components["schemas"]["Source"][];
            /** Format: date */
            falseFrom: string;
            /** Format: date */
            falseTo: string | null;
        };
        SaidByDto: {
            accused?: components["schemas"]["SaidDto"];
            witness?: components["schemas"]["SaidDto"];
            victim?: components["schemas"]["SaidDto"];
        };
        SaidDto: {
            words?: string;
        };
        /** @description Another post with the same text, and how it was judged. */
        SameText: {
            /** @description of the judgement */
            id: string;
            postId: string;
            itemId: string;
            /** @enum {string} */
            judgement: "cannot-be-verified" | "denial-or-correction" | "error-already-corrected" | "false-statement-of-fact" | "opinion" | "question" | "quotation-or-journalism" | "satire" | "true";
            /** Format: date-time */
            at: string;
            by: string | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        SameTextPage: {
            items: components["schemas"]["SameText"][];
            nextCursor: string | null;
        };
        SaveListDto: {
            /** @enum {string} */
            list: "triage" | "cases" | "claims" | "takedowns" | "links" | "penalties" | "violations" | "corrections" | "reports";
            name: string;
            filter: {
                [key: string]: unknown;
            };
            shared?: boolean;
        };
        SavedList: {
            /** @enum {string} */
            list: "cases" | "claims" | "corrections" | "links" | "penalties" | "reports" | "takedowns" | "triage" | "violations";
            /** @description the query string of the list */
            filter: {
                [key: string]: string;
            };
            /** @description how many rows it has now, counted up to one more than `countedTo`; null when that is not known */
            count: number | null;
            id: string;
            name: string;
            shared: boolean;
            /** @description whose it is; the name, where it is somebody else's */
            mine: boolean;
            owner: string | null;
            position: number;
            version: number;
            /** @description whether the list still takes such a filter */
            valid: boolean;
        };
        /** @description What the office offers, then one's own, then what others share. */
        SavedLists: {
            builtIn: components["schemas"]["BuiltInList"][];
            saved: components["schemas"]["SavedList"][];
            countedTo: number;
        };
        Seal: {
            seq: number;
            previousHead: string;
            digest: string;
            head: string;
            /** @description digest and head follow from the bytes and the head before, computed now */
            holds: boolean;
            /** @description the first signed head that covers it; null until one is signed */
            signedHead: {
                seq: number;
                head: string;
                /** Format: date-time */
                at: string;
                key: string;
                signature: string;
            } | null;
        };
        SearchChecksDto: {
            query: string;
            /** @enum {string} */
            language?: "vi" | "en";
            publisher?: string;
            pageToken?: string;
        };
        SearchDto: {
            q: string;
        };
        /** @description Another post that shows nearly the same: a hint, for a person to look at. */
        SeenBefore: {
            /** @description of the other post */
            id: string;
            itemId: string | null;
            /** @description it was known before this one; else it came after */
            earlier: boolean;
            /**
             * Format: date-time
             * @description when its likeness was found
             */
            at: string;
            platform: string | null;
            author: string | null;
            url: string | null;
            likenesses: components["schemas"]["Likeness"][];
            /** @description the case that it belongs to, for those who may know it */
            case: {
                id: string;
                number: string;
                /** @enum {string} */
                state: "closed" | "confirmed" | "dismissed" | "open" | "verifying";
            } | null;
            /** @description the request to remove it that is in force, and how far that is */
            removal: {
                takedownId: string;
                reference: string;
                /** @enum {string} */
                state: "asked-back" | "awaiting" | "reappeared" | "refused" | "removed-claimed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored" | "restricted" | "verified-removed" | "withdrawn";
            } | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        SeenBeforePage: {
            items: components["schemas"]["SeenBefore"][];
            nextCursor: string | null;
        };
        /** @description What it showed last to a visitor with a session of the office, which says nothing of what the public is shown. */
        SeenSignedIn: {
            /** @enum {string} */
            observation: "blocked-here" | "fetch-failed" | "gone" | "login-wall" | "present" | "private" | "robot-check" | "unclear";
            /** Format: date-time */
            at: string;
            captureId: string;
            session: string;
        };
        SendDto: {
            version: number;
            checklist?: string[];
            proof?: string;
        };
        ServiceDto: {
            /** @enum {string} */
            how: "in-person" | "secured-post" | "electronic" | "posted-up";
            served: boolean;
            on: string;
            /** Format: uuid */
            exhibitId?: string;
            reason?: string;
            version: number;
        };
        ServiceLine: {
            id: string;
            /** @enum {string} */
            how: "electronic" | "in-person" | "posted-up" | "secured-post";
            served: boolean;
            /** Format: date */
            on: string;
            exhibitId: string | null;
            reason: string | null;
            recordedBy: string | null;
        };
        /** @description A share of a count, from 0 to 1, with the range in which the true one lies in 95 of 100 cases. */
        Share: {
            of: number;
            share: number;
            low: number;
            high: number;
        };
        /** @description What exhibits tell of when a post began: the earliest of each, null where none tells it. */
        ShownBegin: {
            /** @description it was there by then */
            sealedOn: string | null;
            /** @description what the page itself says */
            postedOn: string | null;
        };
        /** @description How whoever reported can be reached, shown until then. */
        ShownIdentity: {
            /** Format: date-time */
            openUntil: string | null;
            name?: string;
            phone?: string;
            email?: string;
        };
        SideOfMerge: {
            id: string;
            text: string;
            topic: string;
            /** @enum {string} */
            harm: "high" | "low" | "medium";
            wordings: components["schemas"]["Wording"][];
            truth: string;
            sources: components["schemas"]["Source"][];
            /** Format: date */
            falseFrom: string;
            /** Format: date */
            falseTo: string | null;
            version: number;
        };
        SignInDto: {
            email: string;
            password: string;
            code?: string;
        };
        /** @description A session that its network no longer knows, and what waits for it. */
        SignedOutProfile: {
            id: string;
            /** @description as whom captures are ordered */
            name: string;
            platform: string;
            /** Format: date-time */
            since: string;
            /** @description captures that wait for it */
            waiting: number;
        };
        SimilarClaim: {
            claimId: string;
            versionId: string;
            text: string;
            /** Format: date */
            falseFrom: string | null;
            /** Format: date */
            falseTo: string | null;
            score: number;
            /** @enum {string|null} */
            strength: "strong" | "suggest" | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        SimilarClaimPage: {
            items: components["schemas"]["SimilarClaim"][];
            nextCursor: string | null;
        };
        SimilarDto: {
            text: string;
        };
        /** @description How often an item was left without a decision since it was judged last, by how many, and whether that is worth a mark. */
        Skips: {
            times: number;
            inspectors: number;
            marked: boolean;
        };
        Source: {
            title: string;
            url: string;
            date: string;
            /** @description of a check that somebody else published: who, how it was rated, by which licence it may be used, and where the claim was seen */
            publisher?: string;
            rating?: string;
            licence?: string;
            appearances?: string[];
        };
        SourceCapture: {
            id: string;
            /** @enum {string} */
            state: "failed" | "ordered" | "sealed";
            /** @enum {string|null} */
            outcome: "blocked" | "complete" | "failed" | "gone" | "partial" | null;
            ground: components["schemas"]["Ground"] | null;
            orderedBy: string | null;
            /** Format: date-time */
            orderedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            evidenceId: string | null;
            /** @description of its package */
            sha256: string | null;
            /**
             * Format: date-time
             * @description nothing is left of it since then
             */
            purgedAt: string | null;
            /** @description its words are others than at the look before */
            textChanged: boolean;
        };
        SourceDto: {
            title: string;
            /** Format: uri */
            url: string;
            date: string;
            publisher?: string;
            rating?: string;
            licence?: string;
            appearances?: string[];
        };
        Span: {
            start: number;
            end: number;
        };
        SplitClaimDto: {
            wordings: number[];
            version: number;
        };
        SplitDto: {
            /** Format: uuid */
            reportId: string;
            reason: string;
        };
        /** @description The post that a report was taken out to. */
        SplitPost: {
            postId: string;
        };
        /** @description How far a distribution moved, and how far it would by chance alone. */
        Stability: {
            index: number;
            chance: number;
        };
        /** @description Somebody of the office, who may be party to a case. */
        StaffMember: {
            title: string;
            staffId: string;
            name: string;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        StaffMemberPage: {
            items: components["schemas"]["StaffMember"][];
            nextCursor: string | null;
        };
        /** @description Does the post spread the claim, deny it or ask about it? `label` is null where nothing reaches its threshold. */
        Stance: {
            /** @enum {string|null} */
            label: "denial" | "question" | "spread" | "unrelated" | null;
            scores: {
                denial: number;
                question: number;
                spread: number;
                unrelated: number;
            };
        };
        /** @description What was judged last and not taken back. */
        StandingJudgement: {
            id: string;
            /** @enum {string} */
            judgement: "cannot-be-verified" | "denial-or-correction" | "error-already-corrected" | "false-statement-of-fact" | "opinion" | "question" | "quotation-or-journalism" | "satire" | "true";
            reason: string | null;
            by: string | null;
            byId: string;
            /** Format: date-time */
            at: string;
            claimVersionId: string | null;
            evidenceId: string | null;
            textSha256: string | null;
            ageSeconds: number;
            /** @description a case was opened on it: it is not taken back any more */
            settled: boolean;
        };
        /** @description One public number: a figure of a month, or of all months, for one group of words. */
        StatisticLine: {
            figure: string;
            /** @description `2026-11`, or `all` */
            month: string;
            by: {
                [key: string]: string;
            };
            count: number;
            /** @description what the events of a figure with a sum add up to, else null */
            sum: number | null;
            /** @description of a figure with a median, else null */
            median: number | null;
        };
        Statistics: {
            asOf: components["schemas"]["AsOf"];
            lines: components["schemas"]["StatisticLine"][];
            breakdowns: components["schemas"]["BreakdownLine"][];
        };
        /** @description The inspector's answer, with the reason; an act that ended without a day of its own ended when it was done. */
        Status: {
            /** @enum {string} */
            answer: "ended" | "ongoing";
            ended: components["schemas"]["DaySpan"] | null;
            reason: string;
        };
        StatusDto: {
            /** @enum {string} */
            answer: "ended" | "ongoing";
            ended?: string;
            reason: string;
        };
        /** @description One step of the sum, as data: screen and document print it with the text of its key. */
        Step: {
            /** @enum {string} */
            step: "amount" | "between" | "counted" | "decided" | "individual-frame" | "maximum" | "midpoint" | "minimum" | "minor-cap" | "net" | "not-counted" | "not-liable" | "policy-point" | "printed-frame" | "warning-only";
            values: {
                [key: string]: string[] | number | string;
            };
        };
        StepDto: {
            /** @enum {string} */
            to: "open" | "verifying" | "confirmed" | "dismissed" | "closed";
            reason?: string;
            over?: string[];
            version: number;
        };
        StopSweepDto: {
            reason: string;
        };
        /** @description Who it concerns. Name and papers lie apart, encrypted; their hash, salted, stands here until they are purged. */
        Subject: {
            partyId: string;
            /** @enum {string} */
            kind: "individual" | "organisation";
            age: number | null;
            identity: string | null;
        };
        SubjectDto: {
            /** @enum {string} */
            kind: "individual" | "organisation";
            age?: number;
        };
        SubmissionDto: {
            reason: string;
            version: number;
        };
        SummonedDto: {
            at: string;
            place: string;
        };
        /** @description To come at a time to a place; null where nobody has to. */
        Summons: {
            summoned: {
                /** Format: date-time */
                at: string;
                place: string;
            } | null;
        };
        SummonsDto: {
            summoned?: components["schemas"]["SummonedDto"];
        };
        /** @description One claim set beside all posts that came in before it changed: how far, and in how many it was found. */
        SweepLine: {
            id: string;
            claimId: string;
            versionId: string;
            /** @description of the version */
            number: number;
            /** @description the claim as that version words it first */
            text: string;
            /** @enum {string} */
            cause: "approved" | "retired";
            /** @description what began it */
            eventId: string | null;
            /** @enum {string} */
            state: "cancelled" | "done" | "failed" | "running" | "superseded";
            items: number;
            done: number;
            found: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            movedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description the last time that somebody stopped it */
            stop: {
                reason: string;
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
            /** @description why its last turn failed, where it stands still for that */
            failure: string | null;
            next: components["schemas"]["NextAct"][];
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        SweepLinePage: {
            items: components["schemas"]["SweepLine"][];
            nextCursor: string | null;
        };
        TakedownAct: {
            act: string;
            to?: string;
            possible: boolean;
            lacks: string[];
            ownWork: boolean;
            contentHash?: string;
        };
        /** @description What somebody can choose from before drafting. */
        TakedownChoices: {
            caseId: string;
            caseNumber: string;
            /** @enum {string} */
            caseState: "closed" | "confirmed" | "dismissed" | "open" | "verifying";
            links: components["schemas"]["LinkChoice"][];
            platforms: {
                platform: string;
                delivery: string;
                recipient: string;
                /** @enum {string} */
                language: "en" | "vi";
            }[];
            ways: {
                key: string;
                ready: boolean;
                byHand: boolean;
            }[];
            bases: components["schemas"]["BasisChoice"][];
        };
        /** @description One request as its screen reads it. */
        TakedownFile: {
            /** Format: date-time */
            officeNow: string;
            content: components["schemas"]["RequestContent"];
            contentHash: string;
            blanks: components["schemas"]["Blank"][];
            basis: components["schemas"]["Basis"] | null;
            /** @description of a request to remove: claims that its posts were judged by and that are false no more */
            overtaken: components["schemas"]["OvertakenClaim"][];
            contents: components["schemas"]["ContentVersion"][];
            /** @description why the house did not let it leave when it was last ordered to */
            held: {
                lacks: string[];
                /** Format: date-time */
                at: string;
            } | null;
            deliveries: components["schemas"]["Delivery"][];
            notes: components["schemas"]["TakedownNote"][];
            items: components["schemas"]["TakedownItem"][];
            /** @description `rollUp`: what became of the links that it asks back */
            withdrawal: {
                id: string;
                /** @enum {string} */
                state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
                /** @enum {string} */
                rollUp: "none" | "open" | "partly" | "refused" | "removed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored";
            } | null;
            checklist: components["schemas"]["ChecklistLine"][];
            next: components["schemas"]["TakedownAct"][];
            id: string;
            reference: string;
            /** @enum {string} */
            kind: "removal" | "withdrawal";
            caseId: string;
            caseNumber: string;
            platform: string;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
            version: number;
            /** @description a second person sent its newest version back */
            returned: boolean;
            way: string;
            recipient: string;
            withdraws: string | null;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            leavesAt: string | null;
            /** Format: date-time */
            sentAt: string | null;
            itemStates: ("asked-back" | "awaiting" | "reappeared" | "refused" | "removed-claimed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored" | "restricted" | "verified-removed" | "withdrawn")[];
            links: number;
            overdue: number;
            /** Format: date-time */
            nextDue: string | null;
            /** @description links are late, and the inbox that they were sent to is asked no more */
            nobodyAnswers: boolean;
            /** @enum {string} */
            rollUp: "none" | "open" | "partly" | "refused" | "removed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored";
        };
        TakedownItem: {
            id: string;
            takedownId: string;
            addressId: string;
            postId: string;
            url: string;
            /** @enum {string} */
            state: "asked-back" | "awaiting" | "reappeared" | "refused" | "removed-claimed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored" | "restricted" | "verified-removed" | "withdrawn";
            version: number;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            /** Format: date-time */
            claimedAt: string | null;
            /** Format: date-time */
            verifiedAt: string | null;
            lastSeen: components["schemas"]["LastSeen"] | null;
            seenSignedIn: components["schemas"]["SeenSignedIn"] | null;
            /** Format: date-time */
            nextLook: string | null;
            replies: {
                id: string;
                /** @enum {string} */
                reply: "refused" | "removed-claimed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restricted";
                text: string;
                /** Format: date-time */
                receivedAt: string;
                recordedBy: string | null;
                exhibitId: string | null;
            }[];
            /** @description `way`: by which way out it went, direct or one of CAPTURE_ROUTES; `session`: which it bore, so that it proves nothing */
            observations: {
                captureId: string;
                /** @enum {string} */
                observation: "blocked-here" | "fetch-failed" | "gone" | "login-wall" | "present" | "private" | "robot-check" | "unclear";
                ground: components["schemas"]["Ground"];
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                recordedAt: string;
                way: string;
                session: string | null;
            }[];
            looks: {
                captureId: string;
                /** @enum {string} */
                why: "claim" | "person" | "reappearance" | "removal" | "restoration" | "schedule";
                /** Format: date-time */
                at: string;
                by: string | null;
                /** @enum {string|null} */
                state: "failed" | "ordered" | "sealed" | null;
            }[];
            plannedLooks: string[];
            steps: {
                /** @enum {string} */
                from: "asked-back" | "awaiting" | "reappeared" | "refused" | "removed-claimed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored" | "restricted" | "verified-removed" | "withdrawn";
                /** @enum {string} */
                to: "asked-back" | "awaiting" | "reappeared" | "refused" | "removed-claimed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored" | "restricted" | "verified-removed" | "withdrawn";
                /** Format: date-time */
                at: string;
                captures: string[];
                replyId: string | null;
            }[];
            next: components["schemas"]["NextAct"][];
        };
        TakedownLine: {
            id: string;
            reference: string;
            /** @enum {string} */
            kind: "removal" | "withdrawal";
            caseId: string;
            caseNumber: string;
            platform: string;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
            version: number;
            /** @description a second person sent its newest version back */
            returned: boolean;
            way: string;
            recipient: string;
            withdraws: string | null;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            leavesAt: string | null;
            /** Format: date-time */
            sentAt: string | null;
            itemStates: ("asked-back" | "awaiting" | "reappeared" | "refused" | "removed-claimed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored" | "restricted" | "verified-removed" | "withdrawn")[];
            links: number;
            overdue: number;
            /** Format: date-time */
            nextDue: string | null;
            /** @description links are late, and the inbox that they were sent to is asked no more */
            nobodyAnswers: boolean;
            /** @enum {string} */
            rollUp: "none" | "open" | "partly" | "refused" | "removed" | "restoration-claimed" | "restoration-partial" | "restoration-refused" | "restored";
        };
        TakedownLineCountedPage: {
            items: components["schemas"]["TakedownLine"][];
            nextCursor: string | null;
            total: number;
        };
        TakedownNote: {
            /** @enum {string} */
            act: "withdraw";
            reason: string;
            by: string | null;
            /** Format: date-time */
            at: string;
        };
        /** @description Exactly what will leave: where it goes, its text, its links. */
        TakedownPreview: {
            contentHash: string;
            approved: boolean;
            way: string;
            recipient: string;
            subject: string;
            body: string;
            items: {
                addressId: string;
                url: string;
            }[];
            blanks: string[];
        };
        TakedownReappeared: {
            takedownId: string;
            reference: string;
            /** @enum {string} */
            kind: "removal" | "withdrawal";
            platform: string;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
            version: number;
            caseId: string;
            number: string;
            /** @description so many of its links, and when the first was seen again */
            links: number;
            /** Format: date-time */
            at: string;
        };
        /** @description Sent back by a second person, to be written anew. */
        TakedownReturned: {
            takedownId: string;
            reference: string;
            /** @enum {string} */
            kind: "removal" | "withdrawal";
            platform: string;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
            version: number;
            caseId: string;
            number: string;
            by: string;
            /** Format: date-time */
            at: string;
        };
        TakedownSending: {
            version: number;
            /** Format: date-time */
            leavesAt: string | null;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
        };
        TakedownStepped: {
            version: number;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
        };
        TakedownToApprove: {
            takedownId: string;
            reference: string;
            /** @enum {string} */
            kind: "removal" | "withdrawal";
            platform: string;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
            version: number;
            caseId: string;
            number: string;
            contentHash: string;
            writtenBy: string | null;
            /** Format: date-time */
            writtenAt: string;
        };
        TakedownToSend: {
            takedownId: string;
            reference: string;
            /** @enum {string} */
            kind: "removal" | "withdrawal";
            platform: string;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
            version: number;
            caseId: string;
            number: string;
        };
        TakedownWithdrawn: {
            version: number;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
            /** @description the request that takes back what was sent */
            withdrawalId: string | null;
        };
        Term: {
            count: number;
            /** @enum {string} */
            unit: "days" | "months" | "working-days";
        };
        /** @description A text in both languages of the office. */
        Text: {
            vi: string;
            en: string;
        };
        TextPiece: {
            /** @enum {string} */
            kind: "gone" | "new" | "same";
            text: string;
        };
        Thresholds: {
            suggest: number;
            strong: number;
            model: string;
        };
        TimeStamp: {
            part: string;
            authority: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: date-time
             * @description its authority's certificates end
             */
            endsAt: string;
        };
        TimedActDto: {
            types: string[];
            where: string;
            started: string;
            discovered?: string;
            status?: components["schemas"]["AnswerOfTimeDto"];
            returnedByPolice?: boolean;
            evasionEnded?: string;
        };
        TitleDto: {
            title: string;
            body: string;
            delegation?: string;
            delegatedOn?: string;
            from: string;
            to?: string;
        };
        /** @description A title by which somebody would sign for the office. */
        TitleToApprove: {
            proposalId: string;
            title: string;
            body: string;
            delegation: string | null;
            /** Format: date */
            delegatedOn: string | null;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string | null;
            name: string;
            proposedBy: string | null;
            /** Format: date-time */
            proposedAt: string;
        };
        /** @description One report behind what rises. */
        ToldLine: {
            id: string;
            postId: string;
            label: string | null;
            platform: string | null;
            topic: string | null;
            /** Format: date-time */
            receivedAt: string;
        };
        ToldPage: {
            items: components["schemas"]["ToldLine"][];
            nextCursor: string | null;
        };
        /** @description A button of the triage screen, with its key. */
        TriageAct: {
            key?: string;
            /** Format: date-time */
            until?: string;
            act: string;
            to?: string;
            possible: boolean;
            lacks: string[];
            ownWork: boolean;
        };
        TriageCapture: {
            id: string;
            addressId: string;
            url: string;
            /** @enum {string} */
            state: "failed" | "ordered" | "sealed";
            /**
             * Format: date-time
             * @description while it is ordered: its turn at its host has not come
             */
            waitsUntil: string | null;
            /** @description while it is ordered: the session without which it cannot be made */
            waitsFor: string | null;
            reason: string;
            visitor: string;
            route: string;
            /** @enum {string|null} */
            outcome: "blocked" | "complete" | "failed" | "gone" | "partial" | null;
            evidenceId: string | null;
            /** Format: date-time */
            orderedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            textSha256: string | null;
            /** @description its text is another than that of the look before */
            textChanged: boolean;
            ground: components["schemas"]["Ground"] | null;
            picturePart: string | null;
            /** @description it holds a film, a sound, or subtitles */
            filmed: boolean;
        };
        /** @description What happened with it. */
        TriageEvent: {
            id: string;
            type: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            at: string;
            actor: string | null;
            actorName: string | null;
            public: {
                [key: string]: unknown;
            };
            office: {
                [key: string]: unknown;
            } | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        TriageEventPage: {
            items: components["schemas"]["TriageEvent"][];
            nextCursor: string | null;
        };
        /** @description One screen: the post, what it says, the claims that it resembles, how it came in, what happened, and what may be done. */
        TriageFile: {
            item: components["schemas"]["TriageItem"];
            post: components["schemas"]["TriagePost"];
            capture: components["schemas"]["TriageCapture"] | null;
            /** @description the latest, newest first; all of them: the captures of the post */
            captures: components["schemas"]["TriageCapture"][];
            captureTotal: number;
            /** @description what was read in the pictures and films that it shows, by machine */
            readings: components["schemas"]["TriageReading"][];
            /** @description those that it resembles most; all of them: `matchTotal` */
            matches: components["schemas"]["TriageMatch"][];
            matchTotal: number;
            /** @description claims that it resembles, or was judged by, and that are false no more */
            overtaken: components["schemas"]["OvertakenClaim"][];
            /** @description the first page of each, newest first; the rest is read page by page */
            reports: components["schemas"]["TriageReport"][];
            reportTotal: number;
            history: components["schemas"]["TriageEvent"][];
            /** @description more happened before */
            moreHistory: boolean;
            /** @description what others judged of the same text, newest first */
            sameText: components["schemas"]["SameText"][];
            sameTextTotal: number;
            /** @description judgements that a later one took the place of, newest first */
            earlier: components["schemas"]["EarlierJudgement"][];
            earlierTotal: number;
            /** @description the case that stands on the judgement, for those who may know it */
            case: components["schemas"]["RestingCase"] | null;
            next: components["schemas"]["TriageAct"][];
        };
        TriageItem: {
            id: string;
            postId: string;
            /** @enum {string} */
            state: "judged" | "merged" | "waiting";
            lookAgain: boolean;
            version: number;
            priority: number;
            factors: components["schemas"]["LabelledFactor"][];
            topic: string | null;
            reports: number;
            /** Format: date-time */
            receivedAt: string;
            textSha256: string | null;
            captureId: string | null;
            evidenceId: string | null;
            lease: components["schemas"]["Lease"] | null;
            judgement: components["schemas"]["StandingJudgement"] | null;
            /** @description near copies share it */
            group: string;
            skips: components["schemas"]["Skips"] | null;
        };
        /** @description One line of the queue. */
        TriageLine: {
            id: string;
            postId: string;
            platform: string | null;
            topic: string | null;
            /** @enum {string} */
            state: "judged" | "merged" | "waiting";
            lookAgain: boolean;
            version: number;
            priority: number;
            factors: components["schemas"]["LabelledFactor"][];
            reports: number;
            /** Format: date-time */
            receivedAt: string;
            captureId: string | null;
            firstLine: string;
            /** @description the post has no words of its own: these were read by machine in its pictures and films, and how sure it is of them, 0 to 100 */
            read: {
                confidence: number | null;
            } | null;
            /** @description the session that bore who saw these words: they are what members are shown */
            session: string | null;
            /** @description the words are those of the page's source, read before it was laid out: nobody can say that they were shown on a screen */
            neverLaidOut: boolean;
            capture: {
                /** @enum {string} */
                state: "failed" | "ordered" | "sealed";
                /** @enum {string|null} */
                outcome: "blocked" | "complete" | "failed" | "gone" | "partial" | null;
            } | null;
            topClaim: {
                id: string;
                text: string;
                score: number;
                /** @enum {string|null} */
                strength: "strong" | "suggest" | null;
            } | null;
            /** @description a claim that it resembles is false no more, since that day */
            overtaken: {
                claimId: string;
                /** Format: date */
                since: string;
            } | null;
            lease: components["schemas"]["Lease"] | null;
            /** @description who else has it open at this moment */
            openBy: {
                staffId: string;
                name: string;
            }[];
            judgement: {
                /** @enum {string} */
                judgement: "cannot-be-verified" | "denial-or-correction" | "error-already-corrected" | "false-statement-of-fact" | "opinion" | "question" | "quotation-or-journalism" | "satire" | "true";
                by: string | null;
                /** Format: date-time */
                at: string;
            } | null;
            /** @description near copies share it */
            group: string;
            /** @description of an item that waits: the others of its group that wait and fit the same filter; null where there is none */
            copies: components["schemas"]["Copies"] | null;
            skips: components["schemas"]["Skips"] | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        TriageLinePage: {
            items: components["schemas"]["TriageLine"][];
            nextCursor: string | null;
        };
        TriageListDto: {
            /** @enum {string} */
            state?: "waiting" | "judged" | "all";
            /** @enum {string} */
            sort?: "priority" | "newest" | "oldest";
            platform?: string;
            topic?: string;
            /** @enum {string} */
            claim?: "with" | "without";
            since?: string;
            until?: string;
            /** Format: uuid */
            claimId?: string;
            /** @enum {string} */
            copies?: "together" | "apart";
            /** Format: uuid */
            group?: string;
            cursor?: string;
            limit?: number;
            q?: string;
        };
        TriageMatch: {
            id: string;
            claimId: string;
            versionId: string;
            number: number;
            text: string;
            wordings: components["schemas"]["Wording"][];
            topic: string;
            /** @enum {string} */
            harm: "high" | "low" | "medium";
            truth: string;
            sources: components["schemas"]["Source"][];
            /** Format: date */
            falseFrom: string;
            /** Format: date */
            falseTo: string | null;
            score: number;
            /**
             * @description null: a person named the claim, the machine did not suggest it
             * @enum {string|null}
             */
            strength: "strong" | "suggest" | null;
            stance: components["schemas"]["Stance"];
            reasons: components["schemas"]["Reason"][];
            spans: components["schemas"]["Span"][];
            /** @description the reading in which the words stand; null: the text of the post */
            readingId: string | null;
            /** @enum {string|null} */
            decision: "confirmed" | "rejected" | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description whether the claim says this still */
            inForce: boolean;
        };
        TriagePost: {
            id: string;
            text: string | null;
            /** @description the session that bore who saw the text: it is what members are shown */
            session: string | null;
            /** @description the text is that of the page's source, read before it was laid out: nobody can say that it was shown on a screen */
            neverLaidOut: boolean;
            platform: string | null;
            /** Format: date */
            postedOn: string | null;
            /** Format: date-time */
            postedAt: string | null;
            title: string | null;
            author: string | null;
            handle: string | null;
            url: string | null;
            /** @description the first ones: what was sent in, then links */
            addresses: components["schemas"]["PostAddress"][];
            addressTotal: number;
            mergedInto: string | null;
        };
        /** @description What a machine read in a picture of the post, or the subtitles of a film say; it is no part of the sealed package. */
        TriageReading: {
            id: string;
            /** @description it was read in a part of a capture, or in what was sent in */
            captureId: string | null;
            addressId: string | null;
            part: string;
            /** @enum {string} */
            kind: "picture" | "subtitles";
            /** @enum {string} */
            outcome: "nothing" | "read" | "timed-out" | "too-large" | "unreadable";
            /** @description engine and data with their versions */
            engine: string;
            /** @description how sure the engine is of it, 0 to 100 */
            confidence: number | null;
            width: number | null;
            height: number | null;
            text: string;
            words: components["schemas"]["PlacedWord"][];
            /** Format: date-time */
            readAt: string;
        };
        /** @description How a post came in. */
        TriageReport: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            channel: "phone" | "web";
            /** @enum {string} */
            kind: "link" | "picture" | "text";
            note: string | null;
            joinedBy: string;
            byOperator: boolean;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        TriageReportPage: {
            items: components["schemas"]["TriageReport"][];
            nextCursor: string | null;
        };
        /** @description A claim beside a judged post that would come out otherwise. */
        TrialChange: {
            itemId: string;
            postId: string;
            firstLine: string | null;
            claimId: string;
            claim: string;
            /** @enum {string} */
            decided: "confirmed" | "rejected" | "undecided";
            judgement: string | null;
            /** @enum {string} */
            before: "none" | "strong" | "suggest";
            /** @enum {string} */
            after: "none" | "strong" | "suggest";
            scoreBefore: number | null;
            scoreAfter: number | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        TrialChangePage: {
            items: components["schemas"]["TrialChange"][];
            nextCursor: string | null;
        };
        TrialDto: {
            suggest: number;
            strong: number;
            model?: {
                [key: string]: unknown;
            } | null;
            reason: string;
        };
        TrialFile: {
            id: string;
            number: number;
            /** @enum {string} */
            state: "approved" | "declined" | "done" | "failed" | "running" | "stopped";
            /** @description on trial */
            tried: components["schemas"]["Thresholds"];
            /** @description in force when it was asked for */
            base: components["schemas"]["Thresholds"];
            reason: string;
            askedBy: string;
            /** Format: date-time */
            askedAt: string;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description judged posts that it runs over, and how many it has */
            posts: number;
            done: number;
            /** @description why it stands still */
            failure: string | null;
            before: components["schemas"]["Outcome"];
            after: components["schemas"]["Outcome"];
            /** @description how many matches would come out otherwise */
            changes: number;
            next: components["schemas"]["NextAct"][];
        };
        TrialLine: {
            id: string;
            number: number;
            /** @enum {string} */
            state: "approved" | "declined" | "done" | "failed" | "running" | "stopped";
            /** @description on trial */
            tried: components["schemas"]["Thresholds"];
            /** @description in force when it was asked for */
            base: components["schemas"]["Thresholds"];
            reason: string;
            askedBy: string;
            /** Format: date-time */
            askedAt: string;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** @description judged posts that it runs over, and how many it has */
            posts: number;
            done: number;
            /** @description why it stands still */
            failure: string | null;
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        TrialLinePage: {
            items: components["schemas"]["TrialLine"][];
            nextCursor: string | null;
        };
        UnmaskedParty: {
            id: string;
            /** @enum {string} */
            kind: "organisation" | "person";
            /** @enum {string} */
            role: "accused" | "other" | "reporter" | "witness";
            name: string;
            staffId: string | null;
        };
        /** @description A person with their accounts, and the roles that they have or that somebody proposed. */
        User: {
            staffId: string;
            name: string;
            title: string;
            accounts: {
                id: string;
                email: string;
                /** Format: date-time */
                disabledAt: string | null;
                secondFactor: boolean;
                resetProposed: boolean;
            }[] | null;
            roles: {
                id: string;
                role: string;
                /** Format: date-time */
                approvedAt: string | null;
            }[];
            /** @description by which they sign for the office; one that is not approved waits */
            titles: {
                id: string;
                title: string;
                body: string;
                delegation: string | null;
                /** Format: date */
                delegatedOn: string | null;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string | null;
                /** Format: date-time */
                approvedAt: string | null;
            }[];
        };
        /** @description Every list is answered alike; the cursor of the next page, or null at the end. */
        UserPage: {
            items: components["schemas"]["User"][];
            nextCursor: string | null;
        };
        VerifiedPart: {
            name: string;
            bytes: number;
            /** @description as it was sealed */
            sha256: string;
            /** @description as the store holds it now; null where nothing lies there */
            found: string | null;
            holds: boolean;
        };
        /** @description The version of a record after an act. */
        Versioned: {
            version: number;
        };
        /** @description One violation record with who signed it, what the accused explained, and what may be done. */
        ViolationFile: {
            content: components["schemas"]["ViolationRecord"];
            contentHash: string;
            versions: {
                number: number;
                sha256: string;
                writtenBy: string | null;
                /** Format: date-time */
                writtenAt: string;
            }[];
            /** @description names are masked; reading them needs a reason */
            signatures: {
                id: string;
                /** @enum {string} */
                role: "accused" | "commune" | "interpreter" | "recorder" | "victim" | "witness";
                name: string;
                signed: boolean;
                reason: string | null;
                /** Format: date-time */
                recordedAt: string;
            }[];
            right: {
                confirmed: boolean;
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
            explanations: components["schemas"]["ExplanationLine"][];
            /** @description null until the record is drawn up */
            windows: components["schemas"]["Windows"] | null;
            confirmations: {
                about: string;
                document: string;
                by: string;
                /** Format: date */
                on: string;
            }[];
            penalties: {
                id: string;
                kind: string;
                /** @enum {string} */
                state: "annulled" | "cancelled" | "draft" | "late" | "numbered" | "paid" | "refunded" | "served" | "signed";
                number: string | null;
            }[];
            /** @description how many of each came before those that are told */
            older: {
                versions: number;
                signatures: number;
                explanations: number;
                confirmations: number;
                penalties: number;
            };
            document: components["schemas"]["DocumentState"];
            /** @description what nobody asked yet, and whose presence is answered and not noted */
            answers: {
                unasked: string[];
                unnoted: ("commune" | "interpreter" | "victim" | "witness")[];
            };
            /** @description what the exhibits tell of the day on which the posts began */
            shown: components["schemas"]["ShownBegin"];
            /** @description the record by which the same act of the same person is punished already */
            other: components["schemas"]["OtherRecord"] | null;
            next: components["schemas"]["PenaltyAct"][];
            id: string;
            reference: string;
            caseId: string;
            caseNumber: string;
            partyId: string;
            /** @enum {string} */
            state: "cancelled" | "draft" | "drawn";
            version: number;
            act: string;
            /** @enum {string} */
            subject: "individual" | "organisation";
            /** Format: date */
            drawnOn: string | null;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        /** @description What a list says of a violation record. */
        ViolationLine: {
            id: string;
            reference: string;
            caseId: string;
            caseNumber: string;
            partyId: string;
            /** @enum {string} */
            state: "cancelled" | "draft" | "drawn";
            version: number;
            act: string;
            /** @enum {string} */
            subject: "individual" | "organisation";
            /** Format: date */
            drawnOn: string | null;
            createdBy: string | null;
            /** Format: date-time */
            createdAt: string;
        };
        ViolationLineCountedPage: {
            items: components["schemas"]["ViolationLine"][];
            nextCursor: string | null;
            total: number;
        };
        /** @description All that a violation record says: what those present sign. */
        ViolationRecord: {
            /** @enum {number} */
            format: 1;
            reference: string;
            caseNumber: string;
            /** @description the place where it was drawn up */
            place: string;
            subject: components["schemas"]["Subject"];
            act: components["schemas"]["RecordedAct"];
            answers?: components["schemas"]["RecordAnswers"];
            /** @description in a record of former times, in place of the answers: what the accused said */
            statement?: string | null;
            /** @description null: nobody said whether */
            stopDemanded: boolean | null;
            /** @description why not, where it was not */
            stopReason?: string | null;
            exhibits: components["schemas"]["ExhibitRef"][];
            /** @description every provision that the day and the place of the act offer, and the one chosen */
            candidates: {
                id: string;
                citation: components["schemas"]["Text"];
                /** @enum {string} */
                reading: "ended" | "ongoing";
            }[];
            provision: components["schemas"]["ProvisionChoice"] | null;
            /** @description the one that stands, chosen or left over; null while several do */
            applies?: string | null;
            explanation: components["schemas"]["ExplanationTerms"] | null;
            /** @description what it is printed with, by its hash; null where the office has no form */
            printing?: string | null;
        };
        /** @description A record after somebody wrote at it, or took it a step further. */
        ViolationStepped: {
            version: number;
            id: string;
            /** @enum {string} */
            state: "cancelled" | "draft" | "drawn";
            contentHash: string;
        };
        /** @description Something that waits or is late. */
        Waiting: {
            list: string;
            page: string;
            name: string;
            /** @description of work that gave up: what that means */
            label: components["schemas"]["Label"] | null;
            count: number;
            /** @description there are more than were counted */
            more: boolean;
            /**
             * Format: date-time
             * @description since when the oldest waits, by the clock of `clock`
             */
            since: string | null;
            /** @enum {string} */
            clock: "day" | "office" | "true";
            /** @description how many wait longer than they should, and from how many days on */
            tooLong: number;
            afterDays: number | null;
        };
        /** @description One record behind a figure. */
        WaitingLine: {
            id: string;
            label: string | null;
            /** Format: date-time */
            since: string | null;
            /** @enum {string} */
            clock: "day" | "office" | "true";
            /**
             * Format: date
             * @description the last day of a legal time
             */
            lastDay: string | null;
            record: components["schemas"]["WaitingRecord"] | null;
        };
        WaitingPage: {
            items: components["schemas"]["WaitingLine"][];
            nextCursor: string | null;
        };
        WaitingRecord: {
            /** @enum {string} */
            kind: "case" | "claim" | "correction" | "event" | "penalty" | "post" | "staff" | "violation";
            id: string;
        };
        Windows: {
            /** @description until when the accused may explain; null where there is no right, or the calendar does not reach so far */
            explainUntil: string | null;
            hearingUntil: string | null;
            /** @description nothing of the explanation is waited for any more */
            explained: boolean;
            /** @description the last day on which a penalty can be decided */
            decideUntil: string | null;
            withinWindow: boolean;
        };
        WithdrawComplaintDto: {
            reason: string;
            /** Format: uuid */
            exhibitId: string;
            version: number;
        };
        WithdrawDto: {
            reason: string;
            version: number;
        };
        Withdrawal: {
            reason: string;
            proposedBy: string | null;
            /** Format: date-time */
            proposedAt: string;
            /** @description null while nobody decided */
            agreed: boolean | null;
            decidedBy: string | null;
            /** Format: date-time */
            decidedAt: string | null;
        };
        /** @description A claim: what is said, what is true instead, who says so, and when it is false. */
        Wording: {
            /** @enum {string} */
            language: "en" | "vi";
            text: string;
        };
        WordingDto: {
            /** @enum {string} */
            language: "vi" | "en";
            text: string;
        };
        /** @description Everything that waits for one person. */
        Work: {
            proposals: components["schemas"]["CaseProposal"][];
            assigned: components["schemas"]["CaseLine"][];
            /** @description cases in hand that rest on a claim that is false no more, and that nobody looked at anew since */
            overtaken: components["schemas"]["OvertakenCase"][];
            deadlines: components["schemas"]["NearDeadline"][];
            answers: components["schemas"]["IdentityAnswer"][];
            approvals: {
                claims: components["schemas"]["ClaimToApprove"][];
                falls: components["schemas"]["FallToDecide"][];
                roles: components["schemas"]["RoleToApprove"][];
                titles: components["schemas"]["TitleToApprove"][];
                resets: components["schemas"]["FactorResetToApprove"][];
                identities: components["schemas"]["IdentityToApprove"][];
                takedowns: components["schemas"]["TakedownToApprove"][];
                corrections: components["schemas"]["CorrectionToDecide"][];
                purges: components["schemas"]["PurgeToDecide"][];
                releases: components["schemas"]["ReleaseToDecide"][];
            };
            /** @description claims that a second person sent back */
            toReword: components["schemas"]["ClaimReturned"][];
            /** @description drafts that were sent back, and corrections whose claim changed or was retired */
            toCorrect: components["schemas"]["CorrectionToDecide"][];
            /** @description requests that a second person sent back */
            toRedraft: components["schemas"]["TakedownReturned"][];
            /** @description confirmed cases whose links nobody has asked to remove */
            toDraft: components["schemas"]["CaseLine"][];
            toSend: components["schemas"]["TakedownToSend"][];
            /** @description sent requests with a link that answers again after it was removed */
            reappeared: components["schemas"]["TakedownReappeared"][];
            /** @description sent requests with a link whose time has run out */
            late: components["schemas"]["LateTakedown"][];
            penalties: {
                /** @description confirmed cases with an accused of whom nothing is recorded */
                toRecord: components["schemas"]["CaseLine"][];
                toDraw: components["schemas"]["PenaltyToDo"][];
                toDecide: components["schemas"]["PenaltyToDo"][];
                /** @description drafts that the reader can sign now, and those that lack something */
                toSign: components["schemas"]["PenaltyToDo"][];
                toSignLater: components["schemas"]["PenaltyNotYet"][];
                /** @description complaints about decisions in which the reader had no hand: to be accepted, and to be answered */
                toAnswer: components["schemas"]["PenaltyToDo"][];
                /** @description answers to complaints, by others, about decisions of others */
                toApprove: components["schemas"]["PenaltyToDo"][];
                toServe: components["schemas"]["PenaltyToDo"][];
                toCollect: components["schemas"]["PenaltyToDo"][];
            };
            /** @description sessions that their networks know no more, with the captures that wait for them */
            signedOut: components["schemas"]["SignedOutProfile"][];
            gaveUp: components["schemas"]["GaveUp"][];
            retried: components["schemas"]["RetriedWork"][];
            /** @description by list, how many wait beyond the lines that it tells; a list that is told whole is not in it */
            more: {
                [key: string]: number;
            };
        };
        /** @description A correction as it stands after somebody wrote at it. */
        WrittenCorrection: {
            id: string;
            /** @enum {string} */
            state: "draft" | "published" | "withdrawn";
            version: number;
            contentHash: string;
        };
        /** @description A request as it stands after somebody wrote at it. */
        WrittenTakedown: {
            id: string;
            reference: string;
            /** @enum {string} */
            state: "approved" | "draft" | "sending" | "sent" | "undeliverable" | "withdrawn";
            version: number;
            contentHash: string;
        };
        /** @description One fault of a form: where it is, by which rule and its bounds, and a sentence for whoever writes a client. */
        stringFieldFault: {
            min?: number;
            max?: number;
            first?: string;
            last?: string;
            path: string;
            rule: string;
            message: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

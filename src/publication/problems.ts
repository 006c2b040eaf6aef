import { problems } from '../core/problem/problem.js';

problems({ 'no-such-receipt': { status: 404, title: 'No report has this receipt code' } });

import { createElement, Fragment, type ReactNode } from 'react';
import { Problem } from '../problem/problem.js';
import { printable } from './printable.js';
import './problems.js';

export type Phrases = (key: string, values?: Record<string, ReactNode>) => ReactNode;

/** The texts of a form, filled. A blank that nothing fills stops the printing and is named; a value never brings a blank of its own. */
export function phrases(texts: Record<string, string>): Phrases {
  return (key, values = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`the form has no text ${key}`);
    const parts = text.split(/\{\{([a-z_]+)\}\}/g).map((part, i, all) => (i % 2 === 0 ? part : joined(value(part, values), all[i + 1])));
    return createElement(Fragment, null, ...parts.map((part) => (typeof part === 'string' ? printable(part) : part)));
  };
}

function value(name: string, values: Record<string, ReactNode>): ReactNode {
  const given = Object.hasOwn(values, name) ? values[name] : undefined;
  if (given === undefined || given === null || (typeof given === 'string' && given.trim() === ''))
    throw new Problem('document-incomplete', { fields: [{ field: name, says: 'missing' }] });
  return given;
}

/** A sentence that a person ended with a full stop gets no second one. */
const joined = (given: ReactNode, next: string): ReactNode =>
  typeof given === 'string' && /^[.;]/.test(next) ? given.trimEnd().replace(/(?<!\.)[.;]$/, '') : given;

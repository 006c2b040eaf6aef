/** The names of the handlers that print. */
export const PRINTS = ['PrintRecord', 'PrintDecision', 'PrintAnnulment'];

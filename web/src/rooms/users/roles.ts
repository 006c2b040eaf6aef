export const ROLES = ['inspector', 'legal', 'coordinator', 'operator', 'chief', 'auditor', 'administrator'];

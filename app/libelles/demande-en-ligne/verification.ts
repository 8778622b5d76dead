/** The workbook of the budget of a demande, to be filled in. */
export const adresseDuBudget = (id: string): string => `/extranet/demandes/${id}/budget`

import type { EmpechementComplement, RefusElement } from '#domain/dossier/complement'

const EMPECHEMENTS: Record<EmpechementComplement, string> = {
  PAS_ENCORE_DEPOSE: 'Ce dossier n’est pas encore déposé\u00a0: il n’y a rien à demander.',
  INSTRUCTION_COMMENCEE: 'L’instruction est commencée\u00a0: ce dossier a été déclaré complet.',
  DECISION_DEJA_PRISE: 'Une décision a été prise\u00a0: il n’y a plus rien à demander.',
}

const ELEMENTS: Record<RefusElement, (limite: string) => string> = {
  CLE_INVALIDE: () => 'Cet élément ne peut pas être retenu.',
  CONSTAT_VIDE: () => 'Dites ce qui ne va pas\u00a0: le demandeur le lira.',
  A_FAIRE_VIDE: () => 'Dites ce que le demandeur doit faire.',
  ELEMENT_TROP_LONG: (limite) => `Raccourcissez\u00a0: ${limite} caractères au plus.`,
}

/** Why an element cannot be kept, or why nothing can be asked. */
export const libelleRefusElement = (refus: RefusElement | EmpechementComplement, limite = ''): string =>
  refus in ELEMENTS ? ELEMENTS[refus as RefusElement](limite) : EMPECHEMENTS[refus as EmpechementComplement]

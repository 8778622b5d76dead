import { ratio } from '#domain/budget/montant'
import { estHorsDelai } from '#domain/dossier/delais'
import { cleSiretJuste } from '#domain/structure/identifiants'
import { compareJours, daysBetween, type Jour } from '#domain/temps/jour'

/** One fact about a fiche that an officer would otherwise compute: `juste` when there is nothing to say against it. */
export type Verification =
  | { sujet: 'SIRET'; juste: boolean; constat: 'ABSENT' | 'CLE_FAUSSE' | 'CLE_JUSTE' }
  | { sujet: 'RECEPTION'; juste: boolean; constat: 'HORS_DELAI' | 'DANS_LES_DELAIS'; echeance: Jour; jours: number }
  | {
      sujet: 'DATES'
      juste: boolean
      constat: 'ABSENTES' | 'FIN_AVANT_DEBUT' | 'DEJA_COMMENCE' | 'A_VENIR'
      jours: number
    }
  | { sujet: 'MONTANT'; juste: boolean; constat: 'INCOMPLET' | 'SUPERIEUR_AU_COUT' | 'PART_DU_COUT'; part: number }

type Fiche = {
  siret: string | null
  recuLe: Jour
  /** Last day of help of the campagne; null when the fiche is of none. */
  echeanceFiche: Jour | null
  dateDebut: Jour | null
  dateFin: Jour | null
  coutTotalCents: bigint | null
  montantSouhaiteCents: bigint | null
}

function siretDe({ siret }: Fiche): Verification {
  if (!siret) return { sujet: 'SIRET', juste: false, constat: 'ABSENT' }
  return cleSiretJuste(siret)
    ? { sujet: 'SIRET', juste: true, constat: 'CLE_JUSTE' }
    : { sujet: 'SIRET', juste: false, constat: 'CLE_FAUSSE' }
}

function receptionDe({ recuLe, echeanceFiche: echeance }: Fiche): Verification[] {
  if (!echeance) return []
  const jours = daysBetween(echeance, recuLe)
  return estHorsDelai(recuLe, echeance)
    ? [{ sujet: 'RECEPTION', juste: false, constat: 'HORS_DELAI', echeance, jours }]
    : [{ sujet: 'RECEPTION', juste: true, constat: 'DANS_LES_DELAIS', echeance, jours: -jours }]
}

function datesDe({ dateDebut, dateFin }: Fiche, today: Jour): Verification {
  if (!dateDebut || !dateFin) return { sujet: 'DATES', juste: false, constat: 'ABSENTES', jours: 0 }
  const jours = daysBetween(dateDebut, dateFin) + 1
  if (jours < 1) return { sujet: 'DATES', juste: false, constat: 'FIN_AVANT_DEBUT', jours: 0 }
  return compareJours(dateDebut, today) <= 0
    ? { sujet: 'DATES', juste: false, constat: 'DEJA_COMMENCE', jours }
    : { sujet: 'DATES', juste: true, constat: 'A_VENIR', jours }
}

function montantDe({ coutTotalCents, montantSouhaiteCents }: Fiche): Verification {
  const part = coutTotalCents && montantSouhaiteCents ? ratio(montantSouhaiteCents, coutTotalCents) : null
  if (part === null) return { sujet: 'MONTANT', juste: false, constat: 'INCOMPLET', part: 0 }
  return part > 1
    ? { sujet: 'MONTANT', juste: false, constat: 'SUPERIEUR_AU_COUT', part }
    : { sujet: 'MONTANT', juste: true, constat: 'PART_DU_COUT', part }
}

/** What the values of a fiche say together, on this day. Help to the officer: none of it refuses the fiche. */
export const verifierFiche = (fiche: Fiche, today: Jour): Verification[] => [
  siretDe(fiche),
  ...receptionDe(fiche),
  datesDe(fiche, today),
  montantDe(fiche),
]

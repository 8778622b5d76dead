import { type CampagneAnnoncee, momentDeCampagne, prendDesFiches } from '#domain/campagne/annonce'
import { CHAMPS_D_ETAPE, ETAPES, type Etape, peutRemplir, type ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { aReprendre } from '#domain/demande-en-ligne/reponses'
import type { Numero } from '#domain/dossier/numero'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import type { Donnees } from '#domain/portail/demande-lue'
import { no, ok, type Result } from '#domain/result'
import { daysBetween, formatJour, type Jour, jourDeParis } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'

/** What is looked at of a demande filled on the extranet: its answers, and the pièces that must be given and are not. */
export type Avancee = { reponses: ReponsesEnLigne; manquantes: readonly string[] }

/** Whether a step holds all that it asks. */
const estComplete = (etape: Etape, { reponses, manquantes }: Avancee): boolean =>
  etape === 'PIECES' ? manquantes.length === 0 : aReprendre(etape, reponses).length === 0

/** The steps that hold all that they ask. */
export const etapesCompletes = (demandeEnLigne: Avancee): Etape[] =>
  ETAPES.filter((etape) => estComplete(etape, demandeEnLigne))

/** How far it is, in per cent: a quarter for each step that holds all that it asks (docs/domaine.md § 1.1). */
export const pourcentDe = (demandeEnLigne: Avancee): number =>
  (100 / ETAPES.length) * etapesCompletes(demandeEnLigne).length

/** Days left to deposit, today counted as none; null once it is too late. */
export function joursRestants(campagne: CampagneAnnoncee, now: Date): number | null {
  const today = jourDeParis(now)
  return prendDesFiches(momentDeCampagne(campagne, today)) ? daysBetween(today, campagne.echeanceDepot) : null
}

export type RefusDeRemplir = 'LECTEUR_SEUL' | 'DEJA_DEPOSEE'

/** May this member write in it? Until it is deposited, who does more than read may. */
export function verifierSaisie(
  role: RoleMembre,
  demandeEnLigne: { deposeeLe: Date | null },
): Result<undefined, RefusDeRemplir> {
  if (!peutRemplir(role)) return no('LECTEUR_SEUL')
  return demandeEnLigne.deposeeLe ? no('DEJA_DEPOSEE') : ok()
}

export type RefusDeDeposer = 'LECTEUR_SEUL' | 'CAMPAGNE_CLOSE' | 'INCOMPLETE'

/**
 * May it be deposited at this instant? By the clock of the server, until the last second of the last day in Paris. A pièce that is not given delays
 * the instruction and stops nothing (docs/domaine.md § 1.4); an answer that is asked for does.
 */
export function verifierDepot(
  { role, campagne, reponses }: { role: RoleMembre; campagne: CampagneAnnoncee; reponses: ReponsesEnLigne },
  now: Date,
): Result<undefined, RefusDeDeposer> {
  if (!peutRemplir(role)) return no('LECTEUR_SEUL')
  if (joursRestants(campagne, now) === null) return no('CAMPAGNE_CLOSE')
  const aFaire = (['STRUCTURE', 'PROJET', 'CERTIFICATION'] as const).flatMap((etape) => aReprendre(etape, reponses))
  return aFaire.length > 0 ? no('INCOMPLETE', String(aFaire.length)) : ok()
}

/** A number of the extranet's own series: year of the deposit, then its rank, that never goes back (docs/domaine.md § 1.2). Null past 99999. */
export const numeroEnLigne = (annee: number, rang: number): Numero | null =>
  rang <= 99_999 ? `${annee}-${String(rang).padStart(5, '0')}` : null

type ADeposer = {
  numero: Numero
  jour: Jour
  type: string
  statutPortail: string
  structure: { nom: string; sigle: string; siret: string | null; rna: string | null; natureJuridique: string }
  reponses: ReponsesEnLigne
}

const JOURS: readonly string[] = ['dateDebut', 'dateFin']

/**
 * The form as a listing of the portal would tell it, so that a dossier is read, compared and instructed the same way wherever it was filled in. What
 * has no column there (boxes, place of the certification) stays with the demande it was ticked in.
 */
export function formulaireDepose({ numero, jour, type, statutPortail, structure, reponses }: ADeposer): Donnees {
  const champs = [...CHAMPS_D_ETAPE.STRUCTURE, ...CHAMPS_D_ETAPE.PROJET].filter(
    (champ) => champ !== 'adresseDeReponse' && champ !== 'reglementLu',
  )
  const ecrits = champs.flatMap((champ) => {
    const texte = reponses[champ] ?? ''
    if (texte === '') return []
    const lu = JOURS.includes(champ) ? jourSaisi(texte) : null
    return [[champ, lu?.ok ? formatJour(lu.value) : texte] as const]
  })
  const { nom, sigle, siret, rna, natureJuridique } = structure
  return {
    ...{ type, numero, statut: statutPortail, deposeLe: formatJour(jour), raisonSociale: nom, sigle, natureJuridique },
    ...(siret && { siret }),
    ...(rna && { rna }),
    ...Object.fromEntries(ecrits),
  }
}

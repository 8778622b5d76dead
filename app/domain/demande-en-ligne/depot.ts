import { type CampagneAnnoncee, momentDeCampagne, prendDesFiches } from '#domain/campagne/annonce'
import {
  type ChampEnLigne,
  champsDEtape,
  COCHES,
  ETAPES,
  type Etape,
  type EtapeEcrite,
  lireReponsesEnLigne,
  peutRemplir,
  type ReponsesEnLigne,
} from '#domain/demande-en-ligne/etapes'
import {
  cleDeposee,
  type QuestionDeCampagne,
  reponsesPoseesEcrites,
} from '#domain/demande-en-ligne/questions-de-campagne'
import { aReprendre, type Repondues } from '#domain/demande-en-ligne/reponses'
import type { Numero } from '#domain/dossier/numero'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import type { Donnees } from '#domain/portail/demande-lue'
import { no, ok, type Result } from '#domain/result'
import { daysBetween, formatJour, type Jour, jourDeParis } from '#domain/temps/jour'
import { jourSaisi } from '#domain/temps/saisie'

/** What is looked at of a demande filled on the extranet: its answers, and the pièces that must be given and are not. */
export type Avancee = Repondues & { manquantes: readonly string[] }

/** Whether a step holds all that it asks. */
const estComplete = (etape: Etape, { manquantes, ...repondues }: Avancee): boolean =>
  etape === 'PIECES' ? manquantes.length === 0 : aReprendre(etape, repondues).length === 0

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

/**
 * The instant at which a deposit is judged, and which it bears: when it reached the server, were it held up there by others until after the last second. One
 * that is said to arrive later than now arrives now.
 */
export const instantDuDepot = (arriveeLe: Date, now: Date): Date => (arriveeLe > now ? now : arriveeLe)

export type RefusDeDeposer = 'LECTEUR_SEUL' | 'CAMPAGNE_CLOSE' | 'INCOMPLETE'

/**
 * May it be deposited at this instant? By the clock of the server, until the last second of the last day in Paris. A pièce that is not given delays
 * the instruction and stops nothing (docs/domaine.md § 1.4); an answer that is asked for does.
 */
export function verifierDepot(
  { role, campagne, ...repondues }: Repondues & { role: RoleMembre; campagne: CampagneAnnoncee },
  now: Date,
): Result<undefined, RefusDeDeposer> {
  if (!peutRemplir(role)) return no('LECTEUR_SEUL')
  if (joursRestants(campagne, now) === null) return no('CAMPAGNE_CLOSE')
  return verifierReponses(repondues)
}

/** Does it hold an answer that will do to all that is asked? `detail` is how many are to be taken up again. */
export function verifierReponses(repondues: Repondues): Result<undefined, 'INCOMPLETE'> {
  const aFaire = (['STRUCTURE', 'PROJET', 'CERTIFICATION'] as const).flatMap((etape) => aReprendre(etape, repondues))
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
} & Repondues

/** What the steps ask that the form says: all but what is ticked in them. */
const champsDuFormulaire = (posees: readonly QuestionDeCampagne[]): readonly ChampEnLigne[] =>
  (['STRUCTURE', 'PROJET'] as const)
    .flatMap((etape) => champsDEtape(etape, posees))
    .filter((champ) => !COCHES.includes(champ))

const JOURS: readonly string[] = ['dateDebut', 'dateFin']

/** The fields of the form as a listing of the portal would write them; what is not answered has none. */
function champsEcrits({ reponses, posees }: Repondues): Donnees {
  const ecrits = champsDuFormulaire([]).flatMap((champ) => {
    const texte = reponses[champ] ?? ''
    if (texte === '') return []
    const lu = JOURS.includes(champ) ? jourSaisi(texte) : null
    return [[champ, lu?.ok ? formatJour(lu.value) : texte] as const]
  })
  return { ...Object.fromEntries(ecrits), ...reponsesPoseesEcrites(posees, reponses) }
}

/**
 * The form as a listing of the portal would tell it, so that a dossier is read, compared and instructed the same way wherever it was filled in. What
 * has no column there (boxes, place of the certification) stays with the demande it was ticked in.
 */
export function formulaireDepose({ numero, jour, type, statutPortail, structure, ...repondues }: ADeposer): Donnees {
  const { nom, sigle, siret, rna, natureJuridique } = structure
  return {
    ...{ type, numero, statut: statutPortail, deposeLe: formatJour(jour), raisonSociale: nom, sigle, natureJuridique },
    ...(siret && { siret }),
    ...(rna && { rna }),
    ...champsEcrits(repondues),
  }
}

/**
 * The form as it would become: what was deposited, with these answers in the place of those of its fields; one that was emptied is said to be empty. An
 * answer that will not do, or that is asked for and missing, leaves the one that was deposited.
 */
export function formulaireModifie(depose: Donnees, repondues: Repondues): Donnees {
  const { posees } = repondues
  const aGarder = (['STRUCTURE', 'PROJET'] as const).flatMap((etape) =>
    aReprendre(etape, repondues).map(({ champ }) => champ),
  )
  const ecrits = champsEcrits(repondues)
  const remplaces = champsDuFormulaire(posees)
    .filter((champ) => !aGarder.includes(champ))
    .map((champ) => cleDeposee(champ, posees))
    .filter((cle) => ecrits[cle] !== undefined || (depose[cle] ?? '') !== '')
  return { ...depose, ...Object.fromEntries(remplaces.map((cle) => [cle, ecrits[cle] ?? ''])) }
}

/** The answers of a step as a deposited form tells them, beside the boxes that were ticked in it: what is written in again begins there. */
export function reponsesDeposees(
  etape: EtapeEcrite,
  depose: Donnees,
  { reponses: connues, posees }: Repondues,
): ReponsesEnLigne {
  const duFormulaire = champsDuFormulaire(posees)
  return lireReponsesEnLigne(
    Object.fromEntries(
      champsDEtape(etape, posees).map((champ) => [
        champ,
        duFormulaire.includes(champ) ? (depose[cleDeposee(champ, posees)] ?? '') : (connues[champ] ?? ''),
      ]),
    ),
  )
}

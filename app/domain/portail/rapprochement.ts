import { apresWindows1252, type DemandeLue, type Donnees } from '#domain/portail/demande-lue'
import { recule, sensDuStatut } from '#domain/portail/statut-portail'

/** One field that a new delivery says otherwise: a line of the journal. */
export type Difference = { champ: string; avant: string; apres: string }

/** True when the new text is the old one less the letters that Windows-1252 cannot write. */
const nEstQuAppauvri = (avant: string, apres: string) => avant !== apres && apresWindows1252(avant) === apres

/**
 * What changed between two deliveries, field by field. A column that the new listing does not have says nothing: its field did not
 * change. Letters lost by an export in Windows-1252 are no change either.
 */
export function differences(avant: Donnees, apres: Donnees): Difference[] {
  return Object.entries(apres).flatMap(([champ, valeur = '']) => {
    const ancienne = avant[champ] ?? ''
    return ancienne === valeur || nEstQuAppauvri(ancienne, valeur) ? [] : [{ champ, avant: ancienne, apres: valeur }]
  })
}

/** What is now known of a demande: the new delivery over the old one, without losing what only the old one said. */
export function fusionner(avant: Donnees, apres: Donnees): Donnees {
  const fusion: Donnees = { ...avant }
  for (const { champ, apres: valeur } of differences(avant, apres)) fusion[champ] = valeur
  return fusion
}

/**
 * What a line is to us. RECUL: the portal's wording went back (a deposited demande that reads « En cours de saisie » again): the data
 * are taken, the state of the dossier is not, and the journal says it.
 */
export type Rapprochement =
  | { nature: 'NOUVELLE' }
  | { nature: 'INCHANGEE' }
  | { nature: 'CHANGEE'; differences: Difference[] }
  | { nature: 'RECUL'; differences: Difference[] }

/** Compares a line with what we hold of the same number (or of the same draft); null when we hold nothing. */
export function rapprocher(
  connue: { donnees: Donnees; numero: string | null } | null,
  demandeLue: DemandeLue,
): Rapprochement {
  if (connue === null) return { nature: 'NOUVELLE' }
  const changements = differences(connue.donnees, demandeLue.donnees)
  const avant = sensDuStatut(connue.donnees.statut ?? '', connue.numero !== null)
  if (recule(avant, demandeLue.sens)) return { nature: 'RECUL', differences: changements }
  return changements.length === 0 ? { nature: 'INCHANGEE' } : { nature: 'CHANGEE', differences: changements }
}

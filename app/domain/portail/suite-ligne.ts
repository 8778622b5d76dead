import { estArrete, type Etat } from '#domain/dossier/etat'
import type { Champ } from '#domain/portail/champs'
import type { Anomalie, DemandeLue, Donnees } from '#domain/portail/demande-lue'
import { enteteDe, ENTETE_PORTAIL } from '#domain/portail/entetes'
import { type LigneLue, lireLigne } from '#domain/portail/listing'
import { autreOrigine, type Origine } from '#domain/portail/origine'
import { type Difference, fusionner, rapprocher } from '#domain/portail/rapprochement'
import { abreger } from '#domain/texte'

/** An anomalie that the next delivery does not take away: somebody has to read it. */
export type AnomalieSuivie = Anomalie & { permanente?: true }

/** What we hold of the number, or of the draft, that a line names. */
export type LigneConnue = Origine & {
  etat: Etat
  numero: string | null
  anomalies: readonly AnomalieSuivie[]
  /** The demandeur may write, or wrote what no officer has taken yet: changes go beside the deposited version. */
  deverrouillageOuvert: boolean
  /** Imported as history (#domain/portail/reprise): the portal goes on telling its end. */
  reprise: boolean
}

/**
 * What a line does to what we hold. DEPOSER: a draft that now has its number keeps its row. METTRE_A_JOUR with `decide`: the form is
 * kept as the portal now says it, and nothing that the decision was taken on moves.
 */
export type SuiteLigne =
  | { nature: 'CREER'; demandeLue: DemandeLue; anomalies: AnomalieSuivie[] }
  | { nature: 'DEPOSER'; demandeLue: DemandeLue; differences: Difference[]; anomalies: AnomalieSuivie[] }
  | {
      nature: 'METTRE_A_JOUR'
      demandeLue: DemandeLue
      differences: Difference[]
      anomalies: AnomalieSuivie[]
      decide: boolean
      /** The demandeur validated again what an officer had reopened. */
      redepose: boolean
      /** History that the portal now says is over. */
      close: boolean
    }
  | { nature: 'LAISSER'; motif: string | null }
  /** The number is that of a dossier from elsewhere: said, and nothing changes. */
  | { nature: 'AUTRE_ORIGINE'; motif: string }

const estChamp = (cle: string): cle is Champ => Object.hasOwn(ENTETE_PORTAIL, cle)

/** Reads a form kept field by field as if one listing had said it all. */
export function relireLigne(donnees: Donnees, ligne = 0): LigneLue {
  const entrees = Object.entries(donnees).filter(([, valeur]) => valeur !== undefined)
  const colonnes = entrees.map(([cle], index) => ({
    index,
    entete: enteteDe(cle),
    champ: estChamp(cle) ? cle : null,
  }))
  const cellules = entrees.map(([, texte = '']) => ({ texte }))
  const lue = lireLigne({ numero: ligne, cellules }, colonnes)
  return lue.nature === 'DEMANDE' ? { ...lue, demandeLue: { ...lue.demandeLue, donnees } } : lue
}

/** The same; null when it can no longer be a demande. */
export function relireFormulaire(donnees: Donnees, ligne = 0): DemandeLue | null {
  const lue = relireLigne(donnees, ligne)
  return lue.nature === 'DEMANDE' ? lue.demandeLue : null
}

const relire = (donnees: Donnees, demandeLue: DemandeLue): DemandeLue =>
  relireFormulaire(donnees, demandeLue.ligne) ?? { ...demandeLue, donnees }

const guillemets = (texte: string) => `«\u00a0${texte || 'rien'}\u00a0»`

const anomalieDeRecul = (connue: LigneConnue, demandeLue: DemandeLue): Anomalie => ({
  colonne: ENTETE_PORTAIL.statut,
  motif: `Le portail est revenu de ${guillemets(connue.donnees.statut ?? '')} à ${guillemets(demandeLue.statutPortail)}\u00a0: l’état du dossier n’a pas changé.`,
  valeur: demandeLue.statutPortail,
})

const anomalieDApresDecision = (differences: readonly Difference[]): AnomalieSuivie => ({
  colonne: differences.map(({ champ }) => enteteDe(champ)).join(', '),
  motif: `Modifié sur e-partenaire après la décision, qui reste ce qu’elle est\u00a0: ${differences
    .map(({ champ, avant, apres }) => `${enteteDe(champ)} ${guillemets(avant)} → ${guillemets(apres)}`)
    .join('\u00a0; ')}.`,
  valeur: abreger(differences.map(({ apres }) => apres).join('\u00a0; '), 200),
  permanente: true,
})

/**
 * Says what becomes of a line of the campagne of `annee`. Never takes a state back, never touches what was decided, never loses a deposit,
 * never overwrites what comes from elsewhere.
 */
export function suiteDeLigne(connue: LigneConnue | null, demandeLue: DemandeLue, annee: number): SuiteLigne {
  if (connue === null) return { nature: 'CREER', demandeLue, anomalies: demandeLue.anomalies }
  if (demandeLue.etat === 'BROUILLON' && connue.etat !== 'BROUILLON') {
    return { nature: 'LAISSER', motif: `Cette demande est déjà déposée sous le n°\u00a0${connue.numero ?? ''}.` }
  }
  const libre = connue.etat === 'BROUILLON' || connue.deverrouillageOuvert
  const motif = libre && connue.deposeSur === 'PORTAIL' ? null : autreOrigine(connue, demandeLue, annee)
  if (motif !== null) return { nature: 'AUTRE_ORIGINE', motif }
  const rapprochement = rapprocher(connue, demandeLue)
  const differences = 'differences' in rapprochement ? rapprochement.differences : []
  const relue = relire(fusionner(connue.donnees, demandeLue.donnees), demandeLue)
  if (connue.etat === 'BROUILLON' && demandeLue.etat === 'DEPOSE') {
    return { nature: 'DEPOSER', demandeLue: relue, differences, anomalies: relue.anomalies }
  }
  if (differences.length === 0) return { nature: 'LAISSER', motif: null }
  const decide = estArrete(connue.etat)
  const recul = rapprochement.nature === 'RECUL' && !connue.deverrouillageOuvert
  return {
    nature: 'METTRE_A_JOUR',
    demandeLue: relue,
    differences,
    decide,
    close: connue.reprise && !decide && demandeLue.sens === 'TERMINEE',
    redepose: connue.deverrouillageOuvert && demandeLue.sens !== 'REOUVERTE',
    anomalies: [
      ...relue.anomalies,
      ...connue.anomalies.filter(({ permanente }) => permanente),
      ...(recul ? [anomalieDeRecul(connue, demandeLue)] : []),
      ...(decide ? [anomalieDApresDecision(differences)] : []),
    ],
  }
}

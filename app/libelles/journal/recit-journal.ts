import { formatMontant } from '#domain/budget/montant'
import { type ActeJournal, isActeJournal } from '#domain/journal/entree'
import { compter } from '#domain/nombre'
import { formatJour, jourDeParis } from '#domain/temps/jour'
import { motifRetenu } from '#libelles/courriel/courriel'
import { LIBELLE_SECTION, libelleMotif } from '#libelles/dossier/dossier'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { LIBELLE_VERDICT_RECEVABILITE } from '#libelles/dossier/recevabilite'
import { LIBELLE_FERMETURE } from '#libelles/dossier/instruction-dossier'
import { nomActe } from '#libelles/journal/journal'
import { verbeDeLot } from '#libelles/lot-actes/acte-de-lot'
import { LIBELLE_CONTROLE, LIBELLE_MOTIF_CONTROLE, nomDePiece } from '#libelles/piece/piece'
import { enteteDe } from '#domain/portail/entetes'
import { LIBELLE_AVIS_PROPOSITION } from '#libelles/proposition/proposition'
import {
  champsChanges,
  type Changement,
  type Detail,
  isDetail,
  motsDe,
  type Recit,
  texte,
  textes,
} from '#libelles/journal/detail-journal'
import { RECITS_CAMPAGNE } from '#libelles/journal/recit-campagne'
import { RECITS_COURRIEL } from '#libelles/journal/recit-courriel'
import { RECITS_EQUIPE } from '#libelles/journal/recit-equipe'
import { RECITS_AVIS } from '#libelles/journal/recit-avis'
import { RECITS_SUITES } from '#libelles/journal/recit-suites'

export type { Recit }

const etats = (detail: Detail): Changement[] => {
  const [avant, apres] = [texte(detail, 'avant'), texte(detail, 'apres')]
  return avant && apres
    ? [{ champ: 'État', avant: motsDe(LIBELLE_ETAT, avant), apres: motsDe(LIBELLE_ETAT, apres) }]
    : []
}

/** Its name and its communes, and what they were where it was changed. */
function territoire(d: Detail): Pick<Recit, 'precisions' | 'changements'> {
  const dits = [
    ['Nom', texte(d, 'nomAvant'), texte(d, 'nom')],
    ['Communes', texte(d, 'communesAvant'), texte(d, 'communes')],
  ] as const
  const changements = dits.flatMap(([champ, avant, apres]) =>
    avant && apres && avant !== apres ? [{ champ, avant, apres }] : [],
  )
  return { precisions: [texte(d, 'nom'), ...(texte(d, 'nomAvant') ? [] : [texte(d, 'communes')])], changements }
}

/** The fields of the form that an import changed. */
const differences = (detail: Detail): Changement[] => champsChanges(detail, 'differences', enteteDe)

const controle = (code: string) => motsDe({ ...LIBELLE_CONTROLE, ABSENTE: 'Absente' }, code)

const jourDe = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : formatJour(jourDeParis(new Date(iso))))

const piece = (detail: Detail) => nomDePiece(texte(detail, 'piece') || null)

/** What was reopened: sections, single fields and pièces. */
const parties = (detail: Detail) =>
  [
    ...textes(detail, 'sections').map((s) => motsDe(LIBELLE_SECTION, s)),
    ...textes(detail, 'champs').map(enteteDe),
    ...textes(detail, 'pieces').map(nomDePiece),
  ].join(', ')

const manque = (detail: Detail, cle: string, mot: string): string[] => {
  const codes = textes(detail, cle)
  return codes.length > 0 ? [`${mot}\u00a0: ${codes.map(nomDePiece).join(', ')}`] : []
}

const courriel = (detail: Detail): string[] => {
  const adresse = texte(detail, 'courrielA')
  return adresse ? [`Courriel à ${adresse}`] : []
}

const deliberation = (detail: Detail): string[] => {
  const numero = texte(detail, 'deliberation')
  if (!numero) return []
  const [voteLe, executoireLe] = [texte(detail, 'voteLe'), texte(detail, 'executoireLe')]
  const depuis = executoireLe ? `, exécutoire depuis le ${jourDe(executoireLe)}` : ''
  return [`Délibération n°\u00a0${numero}${voteLe ? ` du ${jourDe(voteLe)}` : ''}${depuis}`]
}

const decision = (detail: Detail): Partial<Recit> => {
  const [montant, motif] = [texte(detail, 'montantCents'), texte(detail, 'motif')]
  return {
    precisions: [
      ...(/^\d+$/.test(montant) ? [`Montant\u00a0: ${formatMontant(BigInt(montant))}`] : []),
      ...(motif ? [`Motif\u00a0: ${libelleMotif(motif)}`] : []),
      texte(detail, 'precision'),
      ...deliberation(detail),
      ...courriel(detail),
    ],
    changements: etats(detail),
  }
}

const proposee = (detail: Detail): string => {
  const [avis, montant] = [motsDe(LIBELLE_AVIS_PROPOSITION, texte(detail, 'avis')), texte(detail, 'montantCents')]
  return /^[1-9]\d*$/.test(montant) ? `${avis}, ${formatMontant(BigInt(montant))}` : avis
}

const proposition = (detail: Detail): Partial<Recit> => {
  const motif = texte(detail, 'motif') && `Motif\u00a0: ${texte(detail, 'motif')}`
  return isDetail(detail.avant)
    ? { precisions: [motif], changements: [{ champ: 'Proposition', avant: proposee(detail.avant), apres: proposee(detail) }] } // prettier-ignore
    : { precisions: [proposee(detail), motif] }
}

const element = (detail: Detail): Partial<Recit> => ({
  precisions: [texte(detail, 'code') && nomDePiece(texte(detail, 'code')), texte(detail, 'constat')],
})

const jourEcrit = (detail: Detail, cle: string, mots: string): string[] => {
  const jour = texte(detail, cle)
  return jour ? [`${mots} ${jourDe(jour)}`] : []
}

const complements = (detail: Detail): Partial<Recit> => ({
  precisions: [
    ...textes(detail, 'pieces').map((code) => nomDePiece(code)),
    ...jourEcrit(detail, 'recuLe', 'reçus le'),
    ...jourEcrit(detail, 'limite', 'limite le'),
    ...jourEcrit(detail, 'rejetLe', 'rejet implicite le'),
    ...courriel(detail),
  ],
})

const verdict = (d: Detail): Partial<Recit> => ({
  precisions: [piece(d), texte(d, 'fichier'), motsDe(LIBELLE_MOTIF_CONTROLE, texte(d, 'motif')), texte(d, 'precision')],
  changements: [{ champ: 'Contrôle', avant: controle(texte(d, 'avant')), apres: controle(texte(d, 'apres')) }],
})

const RECITS: Partial<Record<ActeJournal, (detail: Detail) => Partial<Recit>>> = {
  deposer: (d) => ({ changements: [...etats(d), ...differences(d)] }),
  mettreAJour: (d) => ({ changements: differences(d) }),
  recevoirPiece: (d) => ({ precisions: [piece(d), texte(d, 'fichier'), `version ${texte(d, 'version')}`] }),
  reconnaitrePiece: (d) => ({
    precisions: [texte(d, 'fichier')],
    changements: [
      { champ: 'Pièce', avant: nomDePiece(texte(d, 'avant') || null), apres: nomDePiece(texte(d, 'apres') || null) },
    ],
  }),
  choisirBudget: (d) => ({
    precisions: [texte(d, 'fichier')],
    changements: [{ champ: 'Budget lu', avant: texte(d, 'avant') || 'aucun', apres: texte(d, 'apres') }],
  }),
  controlerPiece: verdict,
  annulerControle: verdict,
  retenirElement: element,
  retirerElement: element,
  demanderComplements: (d) => ({ ...complements(d), changements: etats(d) }),
  annulerComplements: (d) => ({ ...complements(d), changements: etats(d) }),
  recevoirElement: element,
  recevoirComplements: complements,
  depasserComplements: complements,
  relancer: complements,
  dispenserPiece: (d) => ({
    precisions: [piece(d), texte(d, 'fichier'), `dossier ${texte(d, 'dossier')}`],
    changements: [{ champ: 'Contrôle', avant: controle(texte(d, 'avant')), apres: controle(texte(d, 'apres')) }],
  }),
  ecarterSignalement: (d) => ({ precisions: [piece(d), texte(d, 'fichier'), texte(d, 'constat')] }),
  retablirSignalement: (d) => ({ precisions: [piece(d), texte(d, 'fichier'), texte(d, 'constat')] }),
  declarerComplet: (d) => ({ changements: etats(d) }),
  declarerIncomplet: (d) => ({
    precisions: [...manque(d, 'manquantes', 'Absentes'), ...manque(d, 'nonConformes', 'Non conformes')],
    changements: etats(d),
  }),
  instruire: (d) => ({ changements: etats(d) }),
  recontroler: (d) => ({ changements: etats(d) }),
  deverrouiller: (d) => ({
    precisions: [parties(d), texte(d, 'motif'), `jusqu’au ${jourDe(texte(d, 'echeance'))} inclus`, ...courriel(d)],
  }),
  annulerDeverrouillage: (d) => ({ precisions: [parties(d), 'Le courriel n’est pas parti.'] }),
  refuserDeverrouillage: (d) => ({ precisions: [texte(d, 'motif'), ...courriel(d)] }),
  rappelerDeverrouillage: (d) => ({ precisions: courriel(d) }),
  recevoirModification: (d) => ({ precisions: [texte(d, 'fichier')], changements: differences(d) }),
  accepterModification: (d) => ({ precisions: textes(d, 'fichiers'), changements: differences(d) }),
  ecarterModification: (d) => ({
    precisions: [texte(d, 'motif'), ...textes(d, 'fichiers')],
    changements: differences(d),
  }),
  refermerDeverrouillage: (d) => ({ precisions: [parties(d), motsDe(LIBELLE_FERMETURE, texte(d, 'fermeture'))] }),
  ...RECITS_CAMPAGNE,
  ...RECITS_COURRIEL,
  ...RECITS_EQUIPE,
  ...RECITS_SUITES,
  ...RECITS_AVIS,
  proposer: proposition,
  retirerProposition: proposition,
  accorder: decision,
  accorderPartiellement: decision,
  refuser: decision,
  classerSansSuite: decision,
  libererDecision: (d) => ({
    precisions: [
      ...(decision(d).precisions ?? []),
      texte(d, 'retenue') && `Courriel retenu\u00a0: ${motifRetenu(texte(d, 'retenue'))}`,
    ],
  }),
  reprendreDecision: decision,
  retirer: decision,
  verifierRecevabilite: (d) => ({
    precisions: [
      motsDe(LIBELLE_VERDICT_RECEVABILITE, texte(d, 'verdict')),
      ...textes(d, 'constats'),
      texte(d, 'motif') && `Motif\u00a0: ${texte(d, 'motif')}`,
    ],
  }),
  passerOutre: (d) => ({ precisions: [texte(d, 'constat'), `Motif\u00a0: ${texte(d, 'motif')}`] }),
  retablirBloquant: (d) => ({ precisions: [texte(d, 'constat')] }),
  declarerHorsDelai: decision,
  declarerIneligible: decision,
  constaterDecisionAilleurs: decision,
  constaterRejetImplicite: decision,
  changerCampagne: (d) => ({
    precisions: [texte(d, 'precision')],
    changements: [{ champ: 'Campagne', avant: texte(d, 'de'), apres: texte(d, 'vers') }],
  }),
  rouvrirDecision: (d) => {
    const { precisions = [], changements = [] } = decision(d)
    return { precisions: [texte(d, 'motifReouverture'), ...precisions], changements }
  },
  fermerJour: (d) => ({ precisions: [jourDe(texte(d, 'jour')), texte(d, 'libelle')] }),
  rouvrirJour: (d) => ({ precisions: [jourDe(texte(d, 'jour'))] }),
  creerTerritoire: territoire,
  modifierTerritoire: territoire,
  supprimerTerritoire: territoire,
  recevoirDemandeDeverrouillage: (d) => ({ precisions: [texte(d, 'demandeur'), texte(d, 'texte')] }),
  verrouillerFichierInfecte: (d) => ({
    precisions: [texte(d, 'fichier'), `signature reconnue\u00a0: ${texte(d, 'signature')}`],
  }),
  proposerRapprochement: (d) => ({ precisions: [texte(d, 'motif')] }),
  lancerLot: (d) => ({
    precisions: [verbeDeLot(texte(d, 'acteDeLot')), compter(Number(texte(d, 'dossiers')), 'dossier')],
  }),
  ecrireNote: (d) => ({ precisions: textes(d, 'nommes').map((nom) => `pour ${nom}`) }),
  modifierNote: (d) => ({ precisions: textes(d, 'nommes').map((nom) => `pour ${nom}`) }),
}

/** Tells one entry of the journal; a kind this version does not know is told as such. */
export function raconter({ acte, detail }: { acte: string; detail: unknown }): Recit {
  const { precisions = [], changements = [] } =
    (isActeJournal(acte) && RECITS[acte]?.(isDetail(detail) ? detail : {})) || {}
  return { phrase: nomActe(acte), precisions: precisions.filter(Boolean), changements }
}

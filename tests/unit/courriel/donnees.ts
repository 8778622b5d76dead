import { URL_E_PARTENAIRE } from '#domain/campagne/adresse-sure'
import type { Modele } from '#domain/courriel/courriel'
import { MODELES_A_TEXTES, type TextesCampagne } from '#domain/courriel/textes'
import { corpsPropose } from '#emails/modeles/avis-preprojet'
import type { CourrielRendu } from '#emails/mise-en-page'
import {
  compteAConfirmer,
  compteOuvert,
  compteRefuse,
  type DonneesCompteAConfirmer,
  type DonneesCompteOuvert,
  type DonneesCompteRefuse,
  type DonneesMotDePasseExtranet,
  motDePasseDuDemandeur,
} from '#emails/modeles/compte-extranet'
import { changementDeReglement, type DonneesChangementDeReglement } from '#emails/modeles/changement-de-reglement'
import { demandeAvis, type DonneesDemandeAvis } from '#emails/modeles/demande-avis'
import { demandeADeposer, type DonneesDemandeADeposer } from '#emails/modeles/demande-a-deposer'
import { type DonneesMessageLibre, messageLibre } from '#emails/modeles/message-libre'
import { type DonneesMotDePasse, motDePasse } from '#emails/modeles/mot-de-passe'
import { type DonneesNouvelles, nouvellesDuJour } from '#emails/modeles/nouvelles-du-jour'
import { type DonneesCourriel, rendreCourriel } from '#emails/rendre'
import { suitesDites } from './donnees-de-suites'

const signature = {
  prenom: 'Camille',
  nom: 'Durand',
  qualite: 'chargée de mission',
  service: 'Mission coopération européenne et internationale',
  adresse: 'Hôtel du Département, 62018 Arras Cedex 9',
  telephone: '03 53 01 00 01',
  courriel: 'mcei@exemple.test',
}

const lieu = { genre: 'PORTAIL', ou: URL_E_PARTENAIRE } as const

const dossier = {
  numero: '2025-01012',
  objet: 'Jumelage à Herne (Allemagne)',
  structure: 'COMITE DE JUMELAGE DE MERICOURT',
  deposeLe: '2025-04-20',
  lieu,
  signature,
}

const elements = [
  { code: 'RIB', constat: 'pièce absente du dossier', aFaire: 'envoyez le RIB de la structure' },
  { code: null, constat: 'date de fin du projet absente', aFaire: 'indiquez-la' },
]

const accord = {
  ...dossier,
  lettreJointe: true,
  montantAccordeCents: 450_000n,
  deliberation: { reference: '2025-314', le: '2025-09-01' },
  tauxAcompte: 0.7,
  bilanDuLe: '2026-05-13',
  conventionRequise: false,
}

type Donnees = DonneesCourriel & {
  compte_a_confirmer: DonneesCompteAConfirmer
  compte_ouvert: DonneesCompteOuvert
  compte_refuse: DonneesCompteRefuse
  mot_de_passe_extranet: DonneesMotDePasseExtranet
  demande_a_deposer: DonneesDemandeADeposer
  changement_reglement: DonneesChangementDeReglement
  demande_avis: DonneesDemandeAvis
  message_libre: DonneesMessageLibre
  mot_de_passe: DonneesMotDePasse
  nouvelles_du_jour: DonneesNouvelles
}

const COMPTES = {
  compte_a_confirmer: compteAConfirmer,
  compte_ouvert: compteOuvert,
  compte_refuse: compteRefuse,
  mot_de_passe_extranet: motDePasseDuDemandeur,
  demande_a_deposer: demandeADeposer,
  changement_reglement: changementDeReglement,
  demande_avis: demandeAvis,
}
const estDeCompte = (modele: Modele): modele is keyof typeof COMPTES => modele in COMPTES

/** The mail of this data, whoever words it. */
export function rendre<M extends Modele>(modele: M, lues: Donnees[M], textes: TextesCampagne = {}): CourrielRendu {
  const aTextes = MODELES_A_TEXTES.find((un) => un === modele)
  if (aTextes) return rendreCourriel(aTextes, lues as DonneesCourriel[typeof aTextes], textes)
  if (estDeCompte(modele)) return (COMPTES[modele] as (lues: unknown) => CourrielRendu)(lues)
  if ('lignes' in lues && 'reste' in lues) return nouvellesDuJour(lues)
  return 'prenom' in lues ? motDePasse(lues) : messageLibre(lues as DonneesMessageLibre)
}

/** One believable mail of each modele. */
export const donnees: Donnees = {
  fiche_recue: {
    titre: 'Jumelage à Herne',
    objet: 'Notre fiche',
    recueLe: '2025-05-06',
    heure: '11:02',
    horsDelai: false,
    echeanceFiche: '2025-06-13',
    echeanceDepot: '2025-09-30',
    lieu,
    signature,
  },
  message_libre: {
    objet: 'Re: Notre fiche',
    texte: 'Oui, une classe entière peut partir.\n\n- Joignez la liste.\n- Signez-la.',
    signature,
  },
  avis_preprojet: {
    titre: 'Jumelage à Herne',
    objet: 'Notre fiche',
    avis: 'FAVORABLE',
    texte: corpsPropose({
      avis: 'FAVORABLE',
      paragraphes: ['Pensez à préciser le programme.'],
      pieces: ['LETTRE', 'RIB'],
      echeanceDepot: '2025-10-01',
      lieu,
      today: '2025-05-06',
    }),
    lieu,
    signature,
  },
  mot_de_passe: { prenom: 'Camille' },
  compte_a_confirmer: {
    lue: {
      ...{ prenom: 'Anne', nom: 'Pruvost', courriel: 'anne.pruvost@exemple.test', fonction: 'Présidente' },
      ...{ role: 'REPRESENTANT_LEGAL', siret: '74842491800039', genre: 'association' },
      ...{ raisonSociale: 'Comité de jumelage', adresse: '1 place de la Mairie' },
      ...{ codePostal: '62680', commune: 'Méricourt' },
    },
    structure: 'Comité de jumelage',
  },
  compte_ouvert: {
    prenom: 'Anne',
    structure: 'Comité de jumelage',
    identifiant: 'anne.pruvost@exemple.test',
    adresse: null,
  },
  mot_de_passe_extranet: { prenom: 'Anne', identifiant: 'anne.pruvost@exemple.test' },
  // prettier-ignore
  demande_avis: { genre: 'DEMANDE', expert: { prenom: 'Odile', nom: 'Vasseur' }, objet: 'Jumelage à Herne', structure: 'Comité de jumelage', jusquAu: '2025-06-15' },
  changement_reglement: {
    ...{ prenom: 'Anne', structure: 'Comité', objet: 'Fresque', campagne: 'Jumelages 2027', adresse: null },
    phrase: 'Le règlement a changé le 12 juin 2027\u00a0: relisez-le et cochez de nouveau la case.',
    ferme: 'Cette aide n’est plus ouverte à une structure comme la vôtre (association).',
    points: ['les pays'],
    reponses: [{ champ: 'pays', question: 'Pays' }],
    ...{ nouvelles: ['RIB'], abandonnees: ['Budget'] },
  },
  demande_a_deposer: {
    prenom: 'Anne',
    structure: 'Comité de jumelage',
    objet: 'Fresque à Herne',
    campagne: 'Jumelages 2025',
    pourcent: 75,
    echeance: '2025-10-01',
    adresse: null,
  },
  compte_refuse: { prenom: 'Anne', structure: 'Comité de jumelage', motif: 'Le comité a déjà trois comptes.' },
  nouvelles_du_jour: {
    prenom: 'Camille',
    lignes: [
      { quoi: '2025-01012 · Jumelage à Herne', dit: 'Paul Essai\u00a0: Note ajoutée', pour: null },
      { quoi: '2025-01013 · Échange à Kielce', dit: 'Inès Essai\u00a0: Dossier affecté', pour: 'Claire Essai' },
    ],
    reste: 3,
    adresse: 'https://mcei.exemple.test/nouvelles',
  },
  invitation_depot: {
    titre: 'Jumelage à Herne',
    pieces: ['LETTRE', 'RIB'],
    echeanceDepot: '2025-10-01',
    today: '2025-05-06',
    lieu,
    signature,
  },
  confirmation_envoi: {
    ...dossier,
    enregistree: '20/04/2025 à 10:12',
    deposeePar: 'Anne Essai',
    montantDemandeCents: 450_000n,
    fichiers: [{ code: 'LETTRE', nomFichier: 'Lettre signée.pdf' }],
    manquantes: ['RIB'],
    ou: 'https://mcei.exemple.test/extranet/dossiers/1',
  },
  ar_depot: { ...dossier, rejetImpliciteLe: '2025-06-20', saisine: 'CITOYENS' },
  pieces_manquantes: { ...dossier, elements, limite: '2025-06-03', rejetLe: '2025-07-11' },
  relance: {
    ...dossier,
    elements,
    limite: '2025-06-03',
    rejetLe: '2025-07-11',
    du: '2025-05-13',
    genre: 'AVANT_LIMITE',
  },
  dossier_complet: {
    ...dossier,
    completLe: '2025-05-28',
    rejetLe: '2025-07-05',
    commissionLe: '2025-06-12',
    seanceLe: '2025-07-01',
  },
  deverrouillage_accorde: {
    ...dossier,
    sections: ['BUDGET'],
    champs: ['telephone'],
    pieces: ['RIB'],
    motif: 'Le budget est à équilibrer.\r\nLe RIB est illisible.',
    echeance: '2025-06-01',
  },
  deverrouillage_rappel: {
    ...dossier,
    ...{ sections: ['BUDGET'], champs: [], pieces: ['RIB'], echeance: '2025-06-01' },
  },
  deverrouillage_refuse: { ...dossier, recueLe: '2025-05-20', motif: 'La commission examine votre demande demain.' },
  demande_bilan: { ...dossier, genre: 'DEMANDE', duLe: '2025-12-01', motif: '', extranet: null },
  ...suitesDites(dossier),
  decision_favorable: accord,
  decision_partielle: {
    ...accord,
    montantAccordeCents: 2_400_050n,
    montantDemandeCents: 3_000_000n,
    precision: 'Les frais de bouche ne sont pas retenus.',
    deliberation: null,
    tauxAcompte: 1,
    bilanDuLe: null,
    conventionRequise: true,
    saisine: 'TELERECOURS',
  },
  decision_defavorable: {
    ...{ ...dossier, lettreJointe: true },
    montantDemandeCents: 1_575_000n,
    motif: 'HORS_DELAI',
    precision: 'Votre dossier est arrivé le 20 juin 2025.',
    deliberation: null,
    saisine: 'CITOYENS',
  },
  sans_suite: { ...dossier, lettreJointe: false, motif: 'DEPOSE_EN_DOUBLE', precision: '', saisine: 'CITOYENS' },
  irrecevabilite: {
    ...{ ...dossier, lettreJointe: false },
    motif: 'HORS_DELAI',
    precision: 'Votre dossier est arrivé le 20 juin 2025.',
    saisine: 'CITOYENS',
  },
  retrait: { ...dossier, retireLe: '2025-05-28' },
}

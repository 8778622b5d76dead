import type { Dispositif } from '#domain/dispositif'
import type { Genre } from '#domain/structure/genre'

type CritereParDefaut = {
  code: string
  question: string
  siNon: string
  siAPreciser: string
  consequence: 'HORS_CHAMP' | 'DEFAVORABLE' | 'A_RETRAVAILLER'
  genres: Genre[]
  dispositifs?: Dispositif[]
}

/** Those who sign the contrat d'engagement républicain (docs/domaine.md § 3.3). */
const SIGNATAIRES_CER: Genre[] = ['association', 'fondation']

/**
 * The questions a new campagne starts from: the gate of docs/domaine.md § 2.3, then what an officer looks at in any fiche. Their code is what
 * suggestions know them by; their words are the campagne's.
 */
export const CRITERES_PAR_DEFAUT: readonly CritereParDefaut[] = [
  {
    code: 'STRUCTURE_ELIGIBLE',
    question: 'La structure peut-elle recevoir cette aide\u00a0?',
    siNon:
      'Cette aide est réservée aux associations, aux communes et à leurs groupements, aux établissements scolaires et aux autres organismes que nomme le règlement. {structure} n’en fait pas partie.',
    siAPreciser:
      'Précisez la nature juridique de {structure} et son numéro SIRET\u00a0: nous devons vérifier qu’elle peut recevoir cette aide.',
    consequence: 'HORS_CHAMP',
    genres: [],
  },
  {
    code: 'TERRITOIRE',
    question: 'Le siège ou le public est-il dans le Pas-de-Calais\u00a0?',
    siNon:
      'Cette aide s’adresse aux structures qui ont leur siège dans le Pas-de-Calais ou dont le projet profite à ses habitants. Ce n’est pas le cas du projet présenté.',
    siAPreciser:
      'Indiquez la commune du siège de votre structure et le nombre de participants qui habitent dans le Pas-de-Calais.',
    consequence: 'HORS_CHAMP',
    genres: [],
  },
  {
    code: 'PAYS_ELIGIBLE',
    question: 'Le pays et la nature du projet entrent-ils dans l’appel\u00a0?',
    siNon:
      'Le projet prévu ({pays}) n’entre pas dans cet appel, qui soutient des projets de mobilité et de coopération avec l’étranger.',
    siAPreciser:
      'Précisez le pays et la ville d’accueil, et ce que les participants y feront\u00a0: nous devons vérifier que le projet entre dans cet appel.',
    consequence: 'HORS_CHAMP',
    genres: [],
  },
  {
    code: 'DATES_CAMPAGNE',
    question: 'Le projet a-t-il lieu pendant la période de l’appel\u00a0?',
    siNon:
      'Le projet doit se dérouler pendant la période de l’appel. Or le vôtre commence {dateDebut}. Proposez d’autres dates, ou présentez votre projet à un appel suivant.',
    siAPreciser: 'Indiquez les dates de départ et de retour.',
    consequence: 'DEFAVORABLE',
    genres: [],
  },
  {
    code: 'PAS_COMMENCE',
    question: 'Le projet commence-t-il après le dépôt de la demande\u00a0?',
    siNon:
      'Nous ne pouvons pas soutenir un projet déjà commencé\u00a0: la demande de subvention doit être déposée avant le départ. Or le vôtre commence {dateDebut}.',
    siAPreciser:
      'Confirmez que rien n’aura commencé (départ, réservations, dépenses) avant le dépôt de votre demande de subvention.',
    consequence: 'DEFAVORABLE',
    genres: [],
  },
  {
    code: 'UNE_DEMANDE',
    question: 'Est-ce la seule demande de la structure pour cet appel\u00a0?',
    siNon:
      'Nous avons déjà reçu une fiche de {structure} pour cet appel. Une structure y dépose un seul dossier\u00a0: dites-nous lequel de vos projets vous choisissez.',
    siAPreciser:
      'Dites-nous si vous préparez d’autres demandes pour cet appel\u00a0: une structure y dépose un seul dossier.',
    consequence: 'A_RETRAVAILLER',
    genres: [],
  },
  {
    code: 'CER_SIGNE',
    question: 'L’association a-t-elle souscrit le contrat d’engagement républicain\u00a0?',
    siNon:
      'Une association qui demande une subvention doit souscrire le contrat d’engagement républicain. Joignez l’attestation signée par votre représentant légal.',
    siAPreciser:
      'Prévoyez l’attestation signée de souscription au contrat d’engagement républicain\u00a0: elle vous sera demandée avec votre dossier.',
    consequence: 'A_RETRAVAILLER',
    genres: SIGNATAIRES_CER,
  },
  {
    code: 'PARTENAIRE',
    question: 'Le partenaire du pays d’accueil est-il identifié\u00a0?',
    siNon:
      'Le projet doit être construit avec un partenaire du pays d’accueil. Trouvez ce partenaire et joignez la lettre ou l’accord qui montre son engagement.',
    siAPreciser:
      'Présentez votre partenaire ({partenaire}) et joignez, si vous l’avez, sa lettre ou votre accord de partenariat.',
    consequence: 'A_RETRAVAILLER',
    genres: [],
  },
  {
    code: 'PUBLIC_VISE',
    question: 'Le nombre et l’âge des participants correspondent-ils à l’appel\u00a0?',
    siNon:
      'Le public prévu ne correspond pas à celui de l’appel. Revoyez le nombre de participants ou leur âge, ou expliquez-nous ce choix.',
    siAPreciser: 'Indiquez combien de jeunes participent, leur âge et le nombre d’accompagnateurs.',
    consequence: 'A_RETRAVAILLER',
    genres: [],
  },
  {
    code: 'BENEFICE_JEUNES',
    question: 'L’intérêt du projet pour les jeunes et sa restitution sont-ils clairs\u00a0?',
    siNon:
      'La fiche ne montre pas ce que les jeunes tireront du projet. Décrivez leur préparation, leur rôle, les activités jour par jour et la restitution prévue au retour. Un séjour touristique n’est pas soutenu.',
    siAPreciser:
      'Précisez ce que feront les jeunes avant, pendant et après le séjour, et la restitution prévue au retour.',
    consequence: 'A_RETRAVAILLER',
    genres: [],
  },
  {
    code: 'COFINANCEMENT',
    question: 'Le projet a-t-il d’autres financements\u00a0?',
    siNon:
      'Le Département ne finance pas un projet seul. Prévoyez d’autres recettes\u00a0: participation des familles, fonds propres, commune, Région, État, Europe ou organismes spécialisés.',
    siAPreciser: 'Indiquez les autres financeurs, les montants demandés et ceux déjà obtenus.',
    consequence: 'A_RETRAVAILLER',
    genres: [],
  },
  {
    code: 'BUDGET_REALISTE',
    question: 'Le budget et la subvention souhaitée sont-ils réalistes\u00a0?',
    siNon:
      'Le budget annoncé (coût total\u00a0: {coutTotal}\u00a0; subvention\u00a0: {montantSouhaite}) ne nous paraît pas réaliste. Revoyez-le poste par poste (transport, hébergement, repas, activités) et limitez la subvention demandée.',
    siAPreciser: 'Détaillez le budget par poste (transport, hébergement, repas, activités) et la subvention souhaitée.',
    consequence: 'A_RETRAVAILLER',
    genres: [],
  },
]

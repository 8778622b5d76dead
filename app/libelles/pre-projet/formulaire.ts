import { formeDe } from '#domain/pre-projet/champs'
import type { Champ } from '#domain/pre-projet/fiche'
import type { FormatDeFiche, Partie, RefusReponse, ReponsesLues } from '#domain/pre-projet/formulaire'
import { formatTelephone } from '#domain/structure/coordonnees'
import { estGenre } from '#domain/structure/genre'
import { LIBELLE_REFUS_SAISIE, valeurEnMots } from '#libelles/pre-projet/fiche'
import { LIBELLE_GENRE } from '#libelles/structure'

/** The parts of the form; each is a heading that the reader of fiches knows. */
export const TITRE_PARTIE: Record<Partie, string> = {
  STRUCTURE: 'Structure',
  CONTACT: 'Contact',
  PROJET: 'Projet',
  BUDGET: 'Financement',
}

/** The questions as who asks reads them; each is a label that the reader of fiches knows. */
export const LIBELLE_QUESTION: Record<Champ, string> = {
  structure: 'Raison sociale',
  genre: 'Nature de la structure',
  siret: 'SIRET',
  codePostal: 'Code Postal',
  commune: 'Commune',
  contact: 'Personne à contacter',
  courriel: 'Adresse mail',
  telephone: 'Téléphone',
  titre: 'Intitulé du projet',
  theme: 'Thème',
  pays: 'Pays de destination',
  ville: 'Ville de destination',
  partenaire: 'Partenaire étranger',
  dateDebut: 'Date de début',
  dateFin: 'Date de fin',
  nbJeunes: 'Nombre de jeunes',
  age: 'Âge des participants',
  description: 'Description',
  coutTotal: 'Coût total du projet',
  montantSouhaite: 'Subvention souhaitée',
  autresFinanceurs: 'Autres financeurs',
}

/** How to answer, where the question does not say it by itself. */
export const AIDE_QUESTION: { [C in Champ]?: string } = {
  siret: '14 chiffres. Laissez vide si votre structure n’en a pas encore.',
  contact: 'Prénom et nom.',
  courriel: 'La réponse à votre fiche sera envoyée à cette adresse.',
  titre: 'En une ligne.',
  theme: 'Par exemple\u00a0: mémoire, sport, environnement.',
  partenaire: 'Nom de la structure qui vous accueille ou que vous accueillez. Laissez vide si vous la cherchez encore.',
  dateDebut: 'Par exemple\u00a0: 20/04/2027.',
  dateFin: 'Par exemple\u00a0: 26/04/2027.',
  nbJeunes: 'En chiffres, sans les accompagnateurs.',
  age: 'Par exemple\u00a0: 14 à 17 ans.',
  description: 'Objectifs, activités prévues, préparation et restitution, en quelques phrases.',
  coutTotal: 'En euros, par exemple 12\u00a0000.',
  montantSouhaite: 'En euros. Ce que vous demandez au Département.',
  autresFinanceurs: 'Nom, montant, demandé ou obtenu.',
}

/** Why an answer is not taken, and what to do. */
export const REFUS_REPONSE: Record<RefusReponse, string> = {
  ...LIBELLE_REFUS_SAISIE,
  SANS_REPONSE: 'Répondez à cette question\u00a0: la fiche ne peut pas être examinée sans elle.',
  FIN_AVANT_DEBUT: 'La fin est avant le début\u00a0: corrigez l’une des deux dates.',
  PLUS_QUE_LE_COUT: 'La subvention dépasse le coût total du projet\u00a0: corrigez l’un des deux montants.',
  GENRE_NON_ADMIS: 'Choisissez une nature de structure à qui la campagne est ouverte.',
  UNE_LIGNE: 'Écrivez cette réponse sur une seule ligne.',
}

/** An answer as it stands on the fiche: read back, it is the same. */
export function reponseEnMots(champ: Champ, valeur: string | null): string {
  if (valeur === null || valeur === '') return ''
  if (champ === 'genre') return estGenre(valeur) ? LIBELLE_GENRE[valeur] : valeur
  if (champ === 'telephone') return formatTelephone(valeur)
  return formeDe(champ) === 'TEXTE' || formeDe(champ) === 'LONG' ? valeur : valeurEnMots(champ, valeur)
}

/** The mail that a fiche filled on line is kept as: what an officer reads first. */
export const messageDeLaFiche = ({ lues, campagne }: { lues: ReponsesLues; campagne: string }) => ({
  objet: `Fiche pré-projet\u00a0: ${lues.titre ?? ''}`,
  texte: [
    'Bonjour,',
    `Vous trouverez ci-joint la fiche pré-projet de ${lues.structure ?? ''}, remplie en ligne pour «\u00a0${campagne}\u00a0».`,
    [lues.contact, lues.telephone && formatTelephone(lues.telephone), lues.courriel].filter(Boolean).join('\n'),
  ].join('\n\n'),
})

/** What to do with a form to be filled; `courriel` is the address of the MCEI. */
export const consignesDeLaFiche = (courriel: string, quand: string): string[] => [
  `Remplissez cette fiche et renvoyez-la en pièce jointe à ${courriel}.`,
  quand,
]

export const PATIENTER = 'Trop de fiches sont demandées en même temps\u00a0: recommencez dans une minute.'

const SORTES: Record<FormatDeFiche, { sorte: string; typeMime: string }> = {
  docx: {
    sorte: 'Word (.docx)',
    typeMime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { sorte: 'PDF', typeMime: 'application/pdf' },
}

/** A form to be filled as it is called, and as a file. */
export const fichierDeLaFiche = (code: string, format: FormatDeFiche) => ({
  ...SORTES[format],
  nom: `fiche-pre-projet-${code}.${format}`,
})

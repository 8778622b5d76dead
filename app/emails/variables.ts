import { leJour, lien } from '#emails/mise-en-page'
import type { Variable } from '#emails/composition'
import { type DonneesDossier, guillemets, numeroDe, SUR } from '#emails/formules'
import { enLigne } from '#emails/mise-en-page'

/** The variables of every mail about a dossier. */
export const VARIABLES_DOSSIER = {
  numero: { nom: 'le numéro de la demande', valeur: ({ numero }) => numeroDe(numero) },
  projet: { nom: 'l’intitulé du projet, entre guillemets', valeur: ({ objet }) => guillemets(objet) },
  structure: { nom: 'le nom de la structure', valeur: ({ structure }) => enLigne(structure) },
  depot: { nom: 'le jour du dépôt', valeur: ({ deposeLe }) => leJour(deposeLe) },
  service: { nom: 'le service qui suit la demande', valeur: ({ signature }) => enLigne(signature.service) },
  telephone: {
    nom: 'le téléphone de qui signe',
    valeur: ({ signature }) => enLigne(signature.telephone).replace(/ /g, '\u00a0'),
  },
  lieu_de_depot: {
    nom: '«\u00a0sur e-partenaire\u00a0» ou «\u00a0sur l’extranet du Département\u00a0», selon où elle a été déposée',
    valeur: ({ lieu }) => SUR[lieu.genre],
  },
  e_partenaire: {
    nom: 'l’adresse où la demande a été déposée\u00a0: e-partenaire, ou sa page de l’extranet',
    valeur: ({ lieu }) => (lieu.ou === null ? 'la page de votre demande' : lien(lieu.ou)),
  },
} as const satisfies Record<string, Variable<DonneesDossier>>

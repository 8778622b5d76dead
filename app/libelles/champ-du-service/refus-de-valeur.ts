import { type RefusRemplissage, type RefusValeur, TEXTE_DU_SERVICE_MAX } from '#domain/champ-du-service/valeur'
import { compter } from '#domain/nombre'

/** Why what was typed in a field will not do, and how it would. */
export const LIBELLE_REFUS_VALEUR: Record<RefusValeur, string> = {
  TEXTE_TROP_LONG: `Raccourcissez\u00a0: ${compter(TEXTE_DU_SERVICE_MAX, 'caractère')} au plus.`,
  PAS_UN_NOMBRE: 'Indiquez un nombre, par exemple 12 ou 12,5.',
  PAS_UN_MONTANT: 'Indiquez un montant en euros, par exemple 1\u00a0250,50.',
  PAS_UN_JOUR: 'Indiquez un jour, par exemple 05/07/2027.',
  PAS_UN_CHOIX: 'Choisissez dans la liste.',
}

/** Why nothing was written in the fields of a dossier. */
export const LIBELLE_REFUS_REMPLISSAGE: Record<RefusRemplissage, string> = {
  ...LIBELLE_REFUS_VALEUR,
  RIEN_A_CHANGER: 'Ce champ contient déjà cela.',
  REPONSE_DE_LA_STRUCTURE:
    'La structure a répondu à cette question en ligne\u00a0: déverrouillez la section Projet pour qu’elle la change.',
  CHAMP_INCONNU: 'La campagne de ce dossier n’a pas ce champ, ou l’a archivé.',
}

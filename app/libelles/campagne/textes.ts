import { CAMPAGNE_ARCHIVEE } from '#libelles/campagne/vie-campagne'
import { LONGUEUR_SUJET, LONGUEUR_TEXTE, type RefusTexte } from '#domain/courriel/textes'
import { compter } from '#domain/nombre'

/** Why the text of a mail is refused, and what to do; `variable` is the word between braces it is about. */
export function phraseRefusTexte(reason: RefusTexte, variable: string): string {
  switch (reason) {
    case 'VIDE':
      return 'Écrivez ce texte\u00a0: le courriel ne peut pas s’en passer.'
    case 'TROP_LONG':
      return `Raccourcissez\u00a0: ${compter(LONGUEUR_TEXTE, 'caractère')} au plus, et ${compter(LONGUEUR_SUJET, 'caractère')} pour un objet.`
    case 'PLUSIEURS_LIGNES':
      return 'Un objet tient sur une ligne.'
    case 'VARIABLE_INCONNUE':
      return `{${variable.slice(0, 40)}} ne veut rien dire ici\u00a0: prenez un mot de la liste.`
    case 'VARIABLE_MANQUANTE':
      return `Gardez {${variable}} dans ce texte\u00a0: le courriel doit le dire.`
    case 'ACCOLADE':
      return 'Une accolade est restée seule\u00a0: elles entourent un mot de la liste, comme {numero}.'
  }
}

export const LIBELLE_REFUS_TEXTES = {
  CAMPAGNE_ARCHIVEE,
  RIEN_N_A_CHANGE: 'Rien n’a changé\u00a0: ces textes sont déjà en vigueur.',
} as const

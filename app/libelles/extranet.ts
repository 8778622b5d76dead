import type { FicheRefusee } from '#domain/pre-projet/formulaire'
import { dureeLisible } from '#libelles/temps'
import { PATIENTER, REFUS_REPONSE } from '#libelles/pre-projet/formulaire'

/** Why a fiche sent on line was not taken, as its form says it: a sentence for the whole, and one by field. */
export function phrasesFicheRefusee(refus: FicheRefusee): Record<string, string[]> {
  switch (refus.reason) {
    case 'CAMPAGNE_CLOSE':
      return {
        '': [
          'Cette campagne ne prend plus de fiches. Vos réponses restent sur cette page\u00a0: copiez-les si besoin.',
        ],
      }
    case 'TROP_D_ESSAIS':
      return {
        '': [
          `Plusieurs fiches viennent d’être envoyées d’ici. Recommencez dans ${dureeLisible(Number(refus.detail ?? '60'))}\u00a0: vos réponses restent sur cette page.`,
        ],
      }
    case 'OCCUPE':
      return { '': [PATIENTER] }
    case 'SANS_PLACE':
      return {
        '': [
          'Votre fiche n’a pas pu être enregistrée\u00a0: la place manque chez nous. Téléchargez le formulaire et envoyez-le par courriel\u00a0; vos réponses restent sur cette page.',
        ],
      }
    case 'REPONSES':
      return Object.fromEntries(refus.refusees.map(({ champ, refus: un }) => [champ, [REFUS_REPONSE[un]]]))
  }
}

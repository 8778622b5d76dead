import { formatJour } from '#domain/temps/jour'
import { compter } from '#domain/nombre'
import { type Detail, motsDe, type Recit, texte } from '#libelles/journal/detail-journal'
import { LIBELLE_AVIS_PROPOSITION } from '#libelles/proposition/proposition'

const MOMENT = 'A_TOUT_MOMENT'

/** The way back from each act on what is asked of an expert. */
export const RETOURS_AVIS = {
  demanderAvisExpert: [MOMENT, 'retirez le lien\u00a0: il ne s’ouvre plus, même si le courriel est parti.'],
  rappelerAvisExpert: ['JAMAIS', 'un courriel parti ne se reprend pas.'],
  prolongerAvisExpert: [MOMENT, 'retirez le lien\u00a0: il ne s’ouvre plus.'],
  revoquerAvisExpert: [MOMENT, 'demandez de nouveau un avis, par un autre lien.'],
  rendreAvisExpert: [MOMENT, 'la personne revient sur son avis, tant que son lien s’ouvre.'],
} as const

const aQui = (d: Detail): Partial<Recit> => ({
  precisions: [`à ${texte(d, 'expert')}`, `jusqu’au ${formatJour(texte(d, 'jusquAu'))}`],
})

/** What is told of an avis of somebody outside: never its words, nor its sense where it is confidential. */
export const RECITS_AVIS: Record<string, (detail: Detail) => Partial<Recit>> = {
  demanderAvisExpert: (d) => ({
    precisions: [
      ...(aQui(d).precisions ?? []),
      compter(typeof d['pieces'] === 'number' ? d['pieces'] : 0, 'pièce à lire', 'pièces à lire'),
      ...(d['confidentiel'] === true ? ['confidentiel'] : []),
    ],
  }),
  rappelerAvisExpert: aQui,
  prolongerAvisExpert: aQui,
  revoquerAvisExpert: (d) => ({ precisions: [`donné à ${texte(d, 'expert')}`] }),
  rendreAvisExpert: (d) => ({
    precisions: [texte(d, 'avis') ? motsDe(LIBELLE_AVIS_PROPOSITION, texte(d, 'avis')) : 'confidentiel'],
  }),
}

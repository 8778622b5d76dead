import { lireBudget } from '#domain/budget/lecture/lecture'
import type { Lecture } from '#domain/budget/lecture/lecture-gardee'
import { ouvrirClasseur } from '#fichiers/classeur/garde-classeur'
import { lireGrille } from '#fichiers/classeur/grille-de-classeur'
import { citer, refuserFichier } from '#fichiers/type/refus'
import { phraseDesFeuilles, PHRASE_SANS_BUDGET } from '#libelles/budget/budget'

const illisible = (nom: string, motif: keyof typeof PHRASE_SANS_BUDGET): { lisible: false; motif: string } => ({
  lisible: false,
  motif: `Le fichier ${citer(nom)} ${PHRASE_SANS_BUDGET[motif]}`,
})

/**
 * Reads the budget of a project from the workbook a demandeur gave (docs/domaine.md § 4.2). Whatever the file, the answer is a budget or
 * a sentence that says why there is none and what to do. `feuille` is the sheet that an officer chose among several; null when nobody did.
 */
export async function ouvrirBudget(contenu: Buffer, nom: string, feuille: string | null = null): Promise<Lecture> {
  const classeur = await ouvrirClasseur({ nom, contenu })
  if (!classeur.ok) {
    return classeur.reason === 'AUTRE_FORMAT'
      ? illisible(nom, 'AUTRE_FORMAT')
      : { lisible: false, motif: classeur.detail ?? '' }
  }
  if ([...classeur.value.entrees.keys()].some((chemin) => chemin.startsWith('xl/externalLinks/'))) {
    return illisible(nom, 'LIENS_EXTERNES')
  }
  try {
    const lu = lireBudget(await lireGrille(classeur.value), feuille)
    if (lu.ok) return { lisible: true, budget: lu.value }
    if (lu.reason !== 'PLUSIEURS_BUDGETS') return illisible(nom, lu.reason)
    const { motif } = illisible(nom, lu.reason)
    return { lisible: false, motif: `${motif} ${phraseDesFeuilles(lu.feuilles)}`, feuilles: lu.feuilles }
  } catch {
    return { lisible: false, motif: refuserFichier(nom, 'ABIME').detail ?? '' }
  }
}

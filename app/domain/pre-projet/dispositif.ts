import type { Dispositif } from '#domain/dispositif'
import { plier } from '#domain/texte'

const JUMELAGE = /\bjumel(?:age|ages|ee|ees|er)\b/

/**
 * Which call a fiche is for: a twinning when its own title or theme says so, or the subject of its mail. The name of the structure
 * says nothing: a comité de jumelage also asks for mobility.
 */
export function dispositifDeFiche({
  titre,
  theme,
  objet,
}: {
  titre: string
  theme: string
  objet: string
}): Dispositif {
  if (JUMELAGE.test(plier(`${titre} ${theme}`))) return 'JUMELAGES'
  const sujet = plier(objet)
  return titre === '' && JUMELAGE.test(sujet) && !/\bmei\b|\bmobilites?\b/.test(sujet) ? 'JUMELAGES' : 'MEI'
}

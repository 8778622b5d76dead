import { communeDInsee, trouverCommune } from '#domain/structure/commune'
import { NOM_TERRITOIRE_MAX } from '#domain/structure/nom-de-territoire'
import { no, ok, type Result } from '#domain/result'
import { nettoyer } from '#domain/texte'

/** `detail` names the communes that are not known, or the one that is elsewhere and where. */
export type RefusTerritoire =
  'SANS_NOM' | 'NOM_TROP_LONG' | 'NOM_PRIS' | 'SANS_COMMUNE' | 'COMMUNES_INCONNUES' | 'COMMUNE_AILLEURS'

export type TerritoireSaisi = { nom: string; codes: readonly string[] }

/** The INSEE code of a commune of the Pas-de-Calais as people name it: by that code, or by its name, its postal code on either side; null for what is none, or may be two. */
function codeDe(dit: string): string | null {
  if (/^\d{5}$/.test(dit)) return communeDInsee(dit)?.insee ?? null
  const [codePostal = ''] = /\d{5}/.exec(dit) ?? []
  const trouvee = trouverCommune({ commune: dit.replace(/\(?\d{5}\)?/, '').trim(), codePostal })
  return trouvee.ok ? trouvee.value.insee : null
}

/** A territoire as it is typed: its name, and its communes one a line or between commas, by INSEE code or by name. Each is kept once. */
export function lireTerritoire(saisi: { nom: string; communes: string }): Result<TerritoireSaisi, RefusTerritoire> {
  const nom = nettoyer(saisi.nom)
  if (nom === '') return no('SANS_NOM')
  if (nom.length > NOM_TERRITOIRE_MAX) return no('NOM_TROP_LONG')
  const dites = saisi.communes
    .split(/[\n,;]/)
    .map((dit) => dit.trim())
    .filter((dit) => dit !== '')
    .map((dit) => ({ dit, code: codeDe(dit) }))
  const inconnues = dites.filter(({ code }) => code === null).map(({ dit }) => dit)
  if (inconnues.length > 0) return no('COMMUNES_INCONNUES', inconnues.slice(0, 10).join(', '))
  const codes = [...new Set(dites.flatMap(({ code }) => code ?? []))]
  return codes.length === 0 ? no('SANS_COMMUNE') : ok({ nom, codes })
}

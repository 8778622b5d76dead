import { nettoyer } from '#domain/texte'

const NOM_MAX = 200

/**
 * A file name that somebody sent, made safe to show and to write: no folder, no control or direction character, no leading dot, at most
 * 200 characters with its extension kept.
 */
export function nettoyerNom(brut: string | undefined, defaut: string): string {
  const nu = nettoyer(((brut ?? '').split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ''))
    .replace(/[<>:"|?*]/g, '')
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/gu, '')
  if (nu === '') return defaut
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(nu)?.[0] ?? ''
  const base = Array.from(nu.slice(0, nu.length - extension.length))
    .slice(0, NOM_MAX - extension.length)
    .join('')
  return `${base.trimEnd() || defaut}${extension}`
}

/** A mailbox to read, as IMAP_URL gives it. */
export type Boite = {
  /** Server, account and folder: what its progress is kept under. No password. */
  cle: string
  host: string
  port: number
  secure: boolean
  compte: string
  motDePasse: string
  dossier: string
  /** Where a message goes once it is kept; null: it stays where it is. */
  deplacer: string | null
  /** False to accept a certificate that nobody vouches for. */
  certificatVerifie: boolean
}

const PORTS: Record<string, number> = { 'imap:': 143, 'imaps:': 993 }
const OPTIONS = ['deplacer', 'certificat']

const EXEMPLE = 'imaps://mcei:secret@courriel.exemple.test/INBOX'

/** Reads `imap[s]://user:password@host[:port]/FOLDER?deplacer=…&certificat=libre`; a string is what is wrong with it, in French. */
export function lireAdresseBoite(texte: string): Boite | string {
  if (!URL.canParse(texte)) return `IMAP_URL doit être une adresse en imap:// ou imaps://, par exemple ${EXEMPLE}.`
  const url = new URL(texte)
  const port = PORTS[url.protocol]
  if (port === undefined || url.hostname === '')
    return `IMAP_URL doit être une adresse en imap:// ou imaps://, par exemple ${EXEMPLE}.`
  if (url.username === '' || url.password === '')
    return `IMAP_URL doit donner le compte et le mot de passe de la boîte, par exemple ${EXEMPLE}.`
  const inconnue = [...url.searchParams.keys()].find((nom) => !OPTIONS.includes(nom))
  if (inconnue !== undefined)
    return `IMAP_URL ne connaît pas l’option «\u00a0${inconnue}\u00a0»\u00a0: deplacer ou certificat.`
  const certificat = url.searchParams.get('certificat')
  if (certificat !== null && certificat !== 'libre') return 'L’option certificat de IMAP_URL vaut libre, ou s’enlève.'
  try {
    const compte = decodeURIComponent(url.username)
    const dossier = decodeURIComponent(url.pathname.slice(1)) || 'INBOX'
    const deplacer = url.searchParams.get('deplacer')?.trim() || null
    if (deplacer === dossier) return 'L’option deplacer de IMAP_URL doit être un autre dossier que celui qui est lu.'
    const ou = Number(url.port) || port
    const host = url.hostname.replace(/^\[|\]$/g, '')
    return {
      cle: `${url.protocol}//${compte}@${host}:${ou}/${dossier}`,
      host,
      port: ou,
      secure: url.protocol === 'imaps:',
      compte,
      motDePasse: decodeURIComponent(url.password),
      dossier,
      deplacer,
      certificatVerifie: certificat === null,
    }
  } catch {
    return 'IMAP_URL contient un signe «\u00a0%\u00a0» mal placé\u00a0: écrivez «\u00a0%25\u00a0» à sa place.'
  }
}

/** The mailbox of this address, which the environment has checked; null where none is set. */
export function boiteDe(imapUrl: string | undefined): Boite | null {
  const boite = imapUrl ? lireAdresseBoite(imapUrl) : null
  if (typeof boite === 'string') throw new Error(boite)
  return boite
}

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

export type MailRendu = { id: string; jeton: string; destinataire: string; retour: string }

/** A report of tests/fixtures/retours on this mail, as a mail system writes it: each one is another mail. */
export function unRapport(nom: string, { id, jeton, destinataire, retour }: MailRendu): Buffer {
  const valeurs: Record<string, string> = {
    ID: id,
    JETON: jeton,
    DESTINATAIRE: destinataire,
    RETOUR: retour,
    MARQUE: randomUUID(),
  }
  const texte = readFileSync(`tests/fixtures/retours/${nom}.eml`, 'utf8')
  return Buffer.from(texte.replace(/\{([A-Z]+)\}/g, (_, mot: string) => valeurs[mot] ?? '').replace(/\r?\n/g, '\r\n'))
}

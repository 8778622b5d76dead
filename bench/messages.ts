import { createHash } from 'node:crypto'
import { simpleParser } from 'mailparser'
import type { DepsFichiers } from '#infra/deps'
import { newKey } from '#infra/storage'
import { recevoirCourriel } from '#usecases/courriel-recu/recevoir-courriel'
import { traiterCourriel } from '#usecases/courriel-recu/traiter-courriel'
import type { Mesure } from './mesure'

const FICHE = (i: number) =>
  [
    `Nom de la structure : COMITÉ DE JUMELAGE ${i}`,
    `Intitulé du projet : Séjour ${i} à Herne`,
    'Pays : Allemagne',
    'Ville : Herne',
    'Nombre de jeunes : 24',
    'Date de début : 01/07/2025',
    'Coût total : 10 000 €',
    'Subvention souhaitée : 3 000 €',
  ].join('\r\n')

/** A mail as the MCEI receives them: one in two carries a fiche, one in five a file of 200 KB. */
function unMail(i: number): Buffer {
  const texte = i % 2 === 0 ? FICHE(i) : 'Bonjour, les frais de visa sont-ils éligibles ?'
  const entetes = `From: Camille <c${i}@exemple.test>\r\nSubject: Message ${i}\r\nDate: Tue, 6 May 2025 11:02:03 +0200\r\nMessage-ID: <banc-${i}@exemple.test>\r\nPrecedence: bulk\r\nMIME-Version: 1.0\r\n`
  const corps = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${texte}\r\n`
  if (i % 5 !== 0) return Buffer.from(entetes + corps)
  const jointe = Buffer.alloc(200_000, i).toString('base64').replace(/.{76}/g, '$&\r\n')
  return Buffer.from(
    `${entetes}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n${corps}\r\n--b\r\nContent-Type: image/jpeg; name="photo.jpg"\r\nContent-Disposition: attachment; filename="photo.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${jointe}\r\n--b--\r\n`,
  )
}

/** Keeps, reads and sorts so many received mails; the floor is mailparser alone on the same bytes. */
export async function messages(deps: DepsFichiers, volume: number): Promise<Mesure> {
  const mails = Array.from({ length: volume }, (_, i) => unMail(i))
  const debutPlancher = performance.now()
  for (const mail of mails) await simpleParser(mail)
  const plancher = performance.now() - debutPlancher
  const debut = performance.now()
  for (const [i, mail] of mails.entries()) {
    const cle = newKey('courriels', 'eml')
    await deps.storage.put(cle, mail)
    const sha256 = createHash('sha256').update(mail).digest('hex')
    const arrive = { cle, nomFichier: `${i}.eml`, taille: mail.length, sha256, recuLe: deps.now(), le: deps.now() }
    const { id } = await deps.db.$transaction((tx) => recevoirCourriel(tx, arrive, { promettre: false }))
    await traiterCourriel(deps, { courrielRecuId: id })
  }
  const ms = performance.now() - debut
  return { nom: 'courriels gardés, lus et rangés', volume, ms, ratio: ms / plancher, plancher: 'mailparser seul' }
}

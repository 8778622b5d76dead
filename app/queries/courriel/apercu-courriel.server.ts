import { analysesOuvrables } from '#domain/piece/antivirus'
import { ok } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { antivirusVoulu } from '#infra/env'
import { NotFound } from '#infra/errors'
import { lireFichierRecu } from '#infra/fichier-recu'
import { garderOctets } from '#infra/octets-gardes'
import type { Storage } from '#infra/storage'
import { lire } from '#lecteurs/lecteurs'
import { type CourrielVise, seulCourriel } from '#queries/courriel-recu/courriel-vise'
import { cadreDeCourriel } from '#queries/courriel/cadre-courriel'

/** What the images of one mail may weigh together in its page; the others are listed with its files. */
const OCTETS_IMAGES = 8 * 1024 * 1024
const IMAGES_MAX = 40
const MONTRABLES = ['image/png', 'image/jpeg', 'image/gif']

type CourrielMontre = { courriel: CourrielVise; mots: string }

/** The HTML body of a mail as a page for a closed frame, with the images it carries. Throws NotFound, for a mail without HTML too. */
export async function apercuCourriel(
  { db, storage }: DepsFichiers,
  { courriel: vise, mots }: CourrielMontre,
): Promise<string> {
  const courriel = await db.courrielRecu.findFirst({
    where: { ...seulCourriel(vise), html: { not: '' } },
    select: {
      html: true,
      htmlPropre: true,
      pieces: {
        where: {
          cid: { not: null },
          typeMime: { in: MONTRABLES },
          analyse: { in: analysesOuvrables({ antivirus: antivirusVoulu() }) },
        },
        orderBy: { rang: 'asc' },
        take: IMAGES_MAX,
        select: { cid: true, cle: true, typeMime: true, taille: true, analyse: true },
      },
    },
  })
  if (!courriel) throw new NotFound('courriel-recu', vise.id)
  const images = new Map<string, string>()
  let octets = 0
  for (const { cid, typeMime, taille, ...fichier } of courriel.pieces) {
    if (cid === null || octets + taille > OCTETS_IMAGES || !courriel.html.includes(cid)) continue
    const contenu = await lireFichierRecu(storage, fichier)
    if (!contenu.ok) continue
    octets += taille
    images.set(cid, `data:${typeMime};base64,${contenu.value.toString('base64')}`)
  }
  return cadreDeCourriel({
    propre: courriel.htmlPropre ?? (await nettoyer(storage, vise.id, courriel.html)),
    images,
    mots,
  })
}

/** For a mail that was read before its cleaned HTML was kept beside it: cleaned when it is first looked at. */
async function nettoyer(storage: Storage, id: string, html: string): Promise<string> {
  const garde = await garderOctets<never>(storage, `apercus/${id}/courriel.html`, async () => {
    const lue = await lire('html', { html })
    return ok(Buffer.from(lue.ok ? lue.value : `<p>${lue.detail ?? lue.reason}</p>`))
  })
  return garde.ok ? garde.value.toString() : ''
}

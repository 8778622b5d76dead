import type { DepsEnvoi } from '#infra/deps'
import { deplacerSonde, lockExpedition } from '#infra/stores/courriel/expedition'
import { ecrireEchec } from '#usecases/courriel/declarer-courriel-en-echec'

/** Rows taken up in one call; the next takes the rest. */
const LIMITE = 500

type Repris = { muets: number; expires: number; sonde: boolean }

/**
 * The net under the sending, beside the one that promises lost jobs anew (#usecases/entretien/reprendre-travaux): a message on its way whose end
 * nobody told is told to an officer, and never sent a second time; a mail that waits for longer than tries go on is given up; the try that ends
 * a suspension is promised anew when its job was lost.
 */
export async function reprendreEnvois({ db, now, rythme }: DepsEnvoi): Promise<Repris> {
  const le = now()
  const avant = (ms: number) => new Date(le.getTime() - ms)
  return db.$transaction(async (tx) => {
    const { suspension } = await lockExpedition(tx, 'UPDATE')
    const muets = await tx.courriel.findMany({
      where: { etat: 'A_ENVOYER', transmisLe: { lt: avant(rythme.silence) } },
      select: { id: true },
      take: LIMITE,
    })
    for (const { id } of muets) await ecrireEchec(tx, { courrielId: id, cause: 'ISSUE_INCONNUE', erreur: '', le })
    const expires = await tx.courriel.findMany({
      where: { etat: 'A_ENVOYER', transmisLe: null, attendDepuis: { lt: avant(rythme.duree) } },
      select: { id: true, erreur: true },
      take: LIMITE,
    })
    for (const { id, erreur } of expires)
      await ecrireEchec(tx, { courrielId: id, cause: 'DELAI_DEPASSE', erreur: erreur ?? '', le })

    const sonde = suspension !== null && suspension.prochainEssaiLe < avant(rythme.bail)
    if (sonde) await deplacerSonde(tx, le)
    return { muets: muets.length, expires: expires.length, sonde }
  })
}

import { randomUUID } from 'node:crypto'
import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { lireCorrection, type RefusCorrection } from '#domain/demandeur/correction'
import { no, ok, type Result } from '#domain/result'
import { ecrireCourriel } from '#fichiers/courriel/courriel-ecrit'
import type { DepsFichiers } from '#infra/deps'
import { getEnv } from '#infra/env'
import { attenteDEnvoi } from '#infra/stores/acces/limite-envoi'
import { roleDans } from '#infra/stores/demandeur/demandeur'
import { messageDeCorrection } from '#libelles/demandeur/correction'
import { garderEcrit } from '#usecases/courriel-recu/garder-ecrit'

type Input = {
  structureId: string
  texte: string
  ip: string
  /** Names this sending: the same twice is one. Null where the page had no script. */
  cleEnvoi: string | null
}

const CORRECTION = 'correction d’identité'

/**
 * A member of a structure says what is wrong in its identity. Nothing is changed: it reaches the MCEI as the mail that they would have written, from their
 * address, and is answered as one. `detail` of TROP_D_ESSAIS is the seconds to wait. Throws NotFound for a structure that is not theirs.
 */
export async function demanderCorrection(
  deps: DepsFichiers,
  demandeur: Demandeur,
  { structureId, texte, ip, cleEnvoi }: Input,
): Promise<Result<undefined, RefusCorrection | 'TROP_D_ESSAIS' | 'SANS_PLACE'>> {
  const lue = lireCorrection(await roleDans(deps.db, demandeur.id, structureId), texte)
  if (!lue.ok) return lue
  const { courriel } = demandeur
  const attente = await attenteDEnvoi(deps, { quoi: CORRECTION, courriel, ip })
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))
  const structure = await deps.db.structure.findUniqueOrThrow({
    where: { id: structureId },
    select: { nom: true, siret: true },
  })
  const { MAIL_FROM } = getEnv()
  const le = deps.now()
  const octets = await ecrireCourriel({
    id: `correction-${cleEnvoi ?? randomUUID()}`,
    domaine: MAIL_FROM.address.split('@').at(-1) ?? '',
    de: { nom: nomDActeur(demandeur), adresse: courriel },
    a: { nom: MAIL_FROM.name, adresse: MAIL_FROM.address },
    le,
    ...messageDeCorrection({ structure, texte: lue.value, qui: nomDActeur(demandeur) }),
    pieces: [],
  })
  return (await garderEcrit(deps, { octets, nomFichier: 'correction.eml', le })) ? ok() : no('SANS_PLACE')
}

import { isActeDeLot } from '#domain/lot-actes/acte-de-lot'
import { compter } from '#domain/nombre'
import { verbeDeLot } from '#libelles/lot-actes/acte-de-lot'
import { formatInstant } from '#libelles/temps'
import { Bandeau } from '#ui/kit/bandeau'

export type AutreLot = { id: string; acte: string; par: string; lanceLe: Date | null; communs: number }

/** Says which colleague has the same dossiers in hand: each is done once, and the second to come is told. */
export function AutresLots({ autres }: { autres: readonly AutreLot[] }) {
  if (autres.length === 0) return null
  return (
    <Bandeau severity="warning" role="status" marges="mb2">
      {autres.map(({ id, acte, par, lanceLe, communs }) => (
        <div key={id}>
          {isActeDeLot(acte) &&
            `${par} ${lanceLe ? `a lancé le ${formatInstant(lanceLe)}` : 'prépare'} «\u00a0${verbeDeLot(acte)}\u00a0» sur ${compter(communs, 'de ces dossiers', 'de ces dossiers')}. Un dossier modifié depuis l’aperçu est laissé tel quel.`}
        </div>
      ))}
    </Bandeau>
  )
}

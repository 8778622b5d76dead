import { APERCU_MS, ARCHIVE_MS, MORCEAU_MS, ORPHELIN_MS } from '#domain/entretien/bornes'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { type Balaye, balayer } from '#infra/temporaire'

/** What was taken away, kind by kind. */
export type Balayage = {
  morceaux: Balaye
  temporaires: Balaye
  archives: Balaye
  apercus: Balaye
  televersements: Balaye
}

type Dossiers = DepsFichiers & { tmp: string; outbox: string }

const ensemble = (a: Balaye, b: Balaye): Balaye => ({
  fichiers: a.fichiers + b.fichiers,
  octets: a.octets + b.octets,
})

/**
 * Takes away the files that have had their day (#domain/entretien/bornes): half-written ones, archives of imports that ended with what no row
 * names, files of the extranet that nothing ended, drawn pages. `tmp` is where workbooks are written, `outbox` where mails are without a mail server. A mail, a listing, a pièce and a file that came with a mail are kept, whatever their age.
 */
export async function balayerFichiers({ db, storage, now, tmp, outbox }: Dossiers): Promise<Balayage> {
  const avant = (ms: number) => new Date(now().getTime() - ms)
  const morceaux = { avant: avant(MORCEAU_MS), quoi: 'MORCEAUX' } as const
  return {
    morceaux: ensemble(await storage.sweep('', morceaux), await balayer(outbox, '', morceaux)),
    temporaires: await balayer(tmp, '', { avant: avant(MORCEAU_MS), quoi: 'ENTIERS' }),
    archives: await storage.sweep('lots', {
      avant: avant(ORPHELIN_MS),
      quoi: 'ENTIERS',
      tenus: (cles) => livresTenus(db, cles, avant(ARCHIVE_MS)),
    }),
    // Their rows leave after a day without a byte: what is older is named by none.
    televersements: await storage.sweep('televersements', { avant: avant(ORPHELIN_MS), quoi: 'ENTIERS' }),
    apercus: await storage.sweep('apercus', { avant: avant(APERCU_MS), quoi: 'ENTIERS' }),
  }
}

/** Those of these delivered files that something still needs: a mail is the mail itself; of an import, all but the archive of one that ended long ago. */
async function livresTenus(db: Db, cles: readonly string[], limite: Date): Promise<Set<string>> {
  const tenus = await db.$queryRaw<{ cle: string }[]>`
    SELECT cle FROM courriel_recu WHERE cle = ANY(${cles as string[]})
    UNION
    SELECT f ->> 'cle' FROM lot l CROSS JOIN LATERAL jsonb_array_elements(l.fichiers) f
    WHERE f ->> 'cle' = ANY(${cles as string[]}) AND NOT (f ->> 'role' = 'PIECES'
      AND l.etat IN ('TERMINE', 'ECHEC', 'ECARTE') AND coalesce(l.termine_le, l.cree_le) < ${limite})`
  return new Set(tenus.map(({ cle }) => cle))
}

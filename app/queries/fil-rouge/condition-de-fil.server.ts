import type { Fil } from '#domain/fil-rouge/fil-rouge'
import { Prisma } from '#prisma'

/** Rows whose ties stand so. `bout` is the column of a tie that leads to the row: `r.pre_projet_id = p.id`. */
export function conditionDeFil(fil: Fil, bout: Prisma.Sql): Prisma.Sql {
  const un = (etat: Prisma.Sql) => Prisma.sql`EXISTS (SELECT 1 FROM rapprochement r WHERE ${bout} AND r.etat ${etat})`
  switch (fil) {
    case 'propose':
      return un(Prisma.sql`= 'PROPOSE'`)
    case 'rattache':
      return un(Prisma.sql`= 'CONFIRME'`)
    case 'aucun':
      return Prisma.sql`NOT ${un(Prisma.sql`<> 'ECARTE'`)}`
  }
}

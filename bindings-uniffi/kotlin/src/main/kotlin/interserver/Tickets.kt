package interserver

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * The tickets as a flow, which fetches the next page when the last one is used up. Collecting again
 * goes on where the last collector stopped.
 */
public fun Tickets.asFlow(): Flow<TicketSummary> = flow {
    while (true) {
        emit(nextTicket() ?: break)
    }
}
